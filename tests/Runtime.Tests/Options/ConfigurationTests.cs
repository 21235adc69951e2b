using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace TypedLlm.Runtime.Tests.Options;

/// <summary>What a configuration says is either taken or refused, never ignored.</summary>
public sealed class ConfigurationTests
{
    public static TheoryData<Type, IReadOnlyList<string>> Sections => new()
    {
        { typeof(ProviderOptions), SettingNames.Provider },
        { typeof(EndpointOptions), SettingNames.Endpoint },
        { typeof(TimerOptions), SettingNames.Timers },
        { typeof(BreakerOptions), SettingNames.Breaker },
        { typeof(RetryOptions), SettingNames.Retry },
    };

    [Theory]
    [InlineData("Alow:0", "TypedLlm:Alow is no setting. Did you mean Allow?")]
    [InlineData("Timers:Deadlin", "TypedLlm:Timers:Deadlin is no setting. Did you mean Deadline?")]
    [InlineData("Providers:openai:ApiKy", "TypedLlm:Providers:openai:ApiKy is no setting. Did you mean ApiKey?")]
    [InlineData("Endpoints:Shop.IDesk:Model", "TypedLlm:Endpoints:Shop.IDesk:Model is no setting. Known are Chain.")]
    [InlineData("Allow", "TypedLlm:Allow is one text, but must be a list of names")]
    [InlineData("Deny", "TypedLlm:Deny is one text, but must be a list of names")]
    [InlineData("Endpoints:Shop.IDesk:Chain", "TypedLlm:Endpoints:Shop.IDesk:Chain is one text, but must be a list of names")]
    public void What_would_be_ignored_is_refused(string key, string message)
    {
        var failure = Assert.Throws<OptionsValidationException>(() => Read([new() { [$"TypedLlm:{key}"] = "gpt-5.4" }]));

        Assert.Contains(failure.Failures, problem => problem.StartsWith(message, StringComparison.Ordinal));
    }

    [Fact]
    public void Names_of_settings_are_taken_in_any_case() =>
        Assert.Equal(["gpt-5.4"], Read([new() { ["typedllm:allow:0"] = "gpt-5.4" }]).Allow);

    [Fact]
    public void A_list_of_a_later_source_replaces_the_whole_list()
    {
        var options = Read(
            [
                new() { ["TypedLlm:Allow:0"] = "a", ["TypedLlm:Allow:1"] = "b", ["TypedLlm:Deny:0"] = "c", ["TypedLlm:Deny:1"] = "d" },
                new() { ["TypedLlm:Allow:0"] = "e" },
            ]);

        Assert.Equal(["e"], options.Allow);
        Assert.Equal(["c", "d"], options.Deny);
    }

    [Theory]
    [MemberData(nameof(Sections))]
    public void Every_property_that_text_can_set_is_a_setting(Type options, IReadOnlyList<string> names) => Assert.Equal(
        options.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(static property => !typeof(Delegate).IsAssignableFrom(property.PropertyType))
            .Select(static property => property.Name)
            .Order(StringComparer.Ordinal),
        names.Order(StringComparer.Ordinal));

    [Fact]
    public void Deployments_are_read_by_ids_that_may_hold_colons()
    {
        var options = Read(
            [
                new()
                {
                    ["TypedLlm:Providers:openai:Deployments:gpt-5.4"] = "chat-prod",
                    ["TypedLlm:Providers:openai:Deployments:ft:gpt-6-luna:acme::a1b2"] = "tuned",
                },
                new() { ["TypedLlm:Providers:openai:Deployments:gpt-5.4"] = "chat-test" },
            ]);

        Assert.Equal(
            new Dictionary<string, string> { ["gpt-5.4"] = "chat-test", ["ft:gpt-6-luna:acme::a1b2"] = "tuned" }.OrderBy(pair => pair.Key),
            options.Providers["openai"].Deployments.OrderBy(pair => pair.Key));
    }

    [Fact]
    public void A_deployment_without_a_name_is_refused()
    {
        var failure = Assert.Throws<OptionsValidationException>(() => Read([new() { ["TypedLlm:Providers:openai:Deployments:gpt-5.4"] = " " }]));

        Assert.Contains(failure.Failures, problem => problem.StartsWith("TypedLlm:Providers:openai:Deployments:gpt-5.4 is empty.", StringComparison.Ordinal));
    }

    private static TypedLlmOptions Read(IEnumerable<Dictionary<string, string?>> sources)
    {
        var configuration = new ConfigurationBuilder();
        configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["TypedLlm:Providers:openai:ApiKey"] = "sk-test" });
        foreach (var source in sources)
        {
            configuration.AddInMemoryCollection(source);
        }

        var services = new ServiceCollection();
        services.AddTypedLlm(configuration.Build());
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptions<TypedLlmOptions>>().Value;
    }
}
