namespace TypedLlm.Runtime.Tests.Options;

public sealed class TypedLlmOptionsValidatorTests
{
    [Theory]
    [InlineData("TypedLlm:Timers:Connect")]
    [InlineData("TypedLlm:Timers:Headers")]
    [InlineData("TypedLlm:Timers:FirstContent")]
    [InlineData("TypedLlm:Timers:Idle")]
    [InlineData("TypedLlm:Timers:Deadline")]
    [InlineData("TypedLlm:Timers:StreamDeadline")]
    [InlineData("TypedLlm:Breaker:FailureRatio")]
    [InlineData("TypedLlm:Breaker:MinimumAttempts")]
    [InlineData("TypedLlm:Breaker:Window")]
    [InlineData("TypedLlm:Breaker:MaxBreakDuration")]
    [InlineData("TypedLlm:Retry:BudgetRatio")]
    [InlineData("TypedLlm:Retry:BudgetPerSecond")]
    [InlineData("TypedLlm:Retry:MaxRetryAfter")]
    [InlineData("TypedLlm:Providers:acme:ApiKey")]
    [InlineData("TypedLlm:Providers:acme:BaseUrl")]
    public void Every_setting_that_cannot_work_is_named(string path)
    {
        var options = new TypedLlmOptions();
        options.Providers["acme"] = new ProviderOptions();
        options.Timers.Connect = TimeSpan.Zero;
        options.Timers.Headers = TimeSpan.FromDays(50);
        options.Timers.FirstContent = TimeSpan.FromSeconds(-1);
        options.Timers.Idle = TimeSpan.Zero;
        options.Timers.Deadline = TimeSpan.Zero;
        options.Timers.StreamDeadline = Timeout.InfiniteTimeSpan;
        options.Breaker.FailureRatio = double.NaN;
        options.Breaker.MinimumAttempts = 0;
        options.Breaker.Window = TimeSpan.Zero;
        options.Breaker.MaxBreakDuration = TimeSpan.FromSeconds(1);
        options.Retry.BudgetRatio = -0.1;
        options.Retry.BudgetPerSecond = -1;
        options.Retry.MaxRetryAfter = TimeSpan.FromSeconds(-1);

        Assert.Contains(Problems(options), problem => problem.StartsWith(path, StringComparison.Ordinal));
    }

    [Fact]
    public void Defaults_with_a_key_are_valid()
    {
        var options = new TypedLlmOptions();
        options.Providers["openai"] = new ProviderOptions { ApiKey = "sk" };

        Assert.Empty(Problems(options));
    }

    [Fact]
    public void Key_that_cannot_be_sent_is_named_and_not_shown()
    {
        var options = new TypedLlmOptions();
        options.Providers["openai"] = new ProviderOptions { ApiKey = "sk-se\ncret" };

        var problem = Assert.Single(Problems(options));
        Assert.StartsWith("TypedLlm:Providers:openai:ApiKey", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("cret", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Organization_and_project_that_cannot_be_sent_are_named()
    {
        var options = new TypedLlmOptions();
        options.Providers["openai"] = new ProviderOptions { ApiKey = "sk", Organization = "org\r\nx: y", Project = "pröj" };

        Assert.Equal(
            ["TypedLlm:Providers:openai:Organization", "TypedLlm:Providers:openai:Project"],
            Problems(options).Select(problem => problem.Split(' ')[0]));
    }

    [Fact]
    public void Chain_without_models_and_empty_names_are_named()
    {
        var options = new TypedLlmOptions();
        options.Providers["openai"] = new ProviderOptions { ApiKey = "sk" };
        options.Endpoints["Shop.IDesk"] = new EndpointOptions();
        options.Endpoints["Shop.IDesk.AskAsync"] = new EndpointOptions { Chain = { "5.4", " " } };

        Assert.Equal(
            [
                "TypedLlm:Endpoints:Shop.IDesk:Chain lists no model. List at least one, the primary first, or remove the entry.",
                "TypedLlm:Endpoints:Shop.IDesk.AskAsync:Chain:1 is empty. Name a model, or remove it.",
            ],
            Problems(options));
    }

    private static IEnumerable<string> Problems(TypedLlmOptions options) =>
        new TypedLlmOptionsValidator(static _ => null).Validate(null, options).Failures ?? [];
}
