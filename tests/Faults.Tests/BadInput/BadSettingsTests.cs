using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace TypedLlm.FaultTests.BadInput;

/// <summary>Settings that cannot work are refused before anything is sent, by name and with what to write.</summary>
public sealed class BadSettingsTests
{
    [Fact]
    public void A_missing_key_is_named_with_the_two_places_it_may_stand_in()
    {
        var failure = Assert.Throws<OptionsValidationException>(() => LlmRuntime.Create(""));

        Assert.Contains("TypedLlm:Providers:openai:ApiKey", failure.Message, StringComparison.Ordinal);
        Assert.Contains("OPENAI_API_KEY", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_key_stops_a_container_too()
    {
        using var services = Provide(static options => options.Providers["openai"] = new ProviderOptions());

        var failure = Assert.Throws<OptionsValidationException>(services.GetRequiredService<LlmRuntime>);

        Assert.Contains("TypedLlm:Providers:openai:ApiKey", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not an address")]
    [InlineData("/v1")]
    [InlineData("ftp://llm.example.com/v1")]
    [InlineData("https://user:secret@llm.example.com/v1")]
    [InlineData("https://llm.example.com/v1?key=secret")]
    public void A_base_url_that_cannot_work_is_named_and_not_quoted(string baseUrl)
    {
        using var services = Provide(options => options.Providers["openai"] = new ProviderOptions { ApiKey = "sk-x", BaseUrl = baseUrl });

        var failure = Assert.Throws<OptionsValidationException>(services.GetRequiredService<LlmRuntime>);

        Assert.Contains("TypedLlm:Providers:openai:BaseUrl", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_that_is_wrong_is_said_at_once()
    {
        using var services = Provide(static options =>
        {
            options.Providers["house"] = new ProviderOptions();
            options.Timers.Headers = TimeSpan.Zero;
            options.Breaker.FailureRatio = 2;
            options.Retry.BudgetRatio = -1;
        });

        var failure = Assert.Throws<OptionsValidationException>(services.GetRequiredService<LlmRuntime>);

        string[] named = ["Providers:house:ApiKey", "Providers:house:BaseUrl", "Timers:Headers", "Breaker:FailureRatio", "Retry:BudgetRatio"];
        Assert.All(named, name => Assert.Contains($"TypedLlm:{name}", failure.Message, StringComparison.Ordinal));
    }

    private static ServiceProvider Provide(Action<TypedLlmOptions> configure)
    {
        var services = new ServiceCollection();
        services.AddTypedLlm(configure);
        return services.BuildServiceProvider();
    }
}
