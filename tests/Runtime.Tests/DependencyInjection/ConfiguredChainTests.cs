using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using TypedLlm.CompilerServices;
using TypedLlm.Runtime.Tests.Fakes;

namespace TypedLlm.Runtime.Tests.DependencyInjection;

/// <summary>Chains of the settings go before those of the attributes, and are held to the same needs when the application starts.</summary>
public sealed class ConfiguredChainTests
{
    private const string Endpoint = "TypedLlm:Endpoints:Shop.ISupportDesk:Chain";
    private const string Method = "TypedLlm:Endpoints:Shop.ISupportDesk.AnswerAsync:Chain";

    [Fact]
    public async Task Chain_of_the_endpoint_goes_before_the_attributes() =>
        Assert.Equal(["gpt-5.5"], await AskedAsync(options => Add(options, "Shop.ISupportDesk", "5.5")));

    [Fact]
    public async Task Chain_of_the_method_goes_before_that_of_its_endpoint() =>
        Assert.Equal(["gpt-5.2"], await AskedAsync(options =>
        {
            Add(options, "Shop.ISupportDesk", "5.5");
            Add(options, "shop.isupportdesk.answerasync", "5.2");
            Add(options, "Shop.IOther", "5.4-mini");
        }));

    [Theory]
    [InlineData("no-such-model", null, LlmFailureKind.UnknownModel, "The catalog knows no model 'no-such-model'")]
    [InlineData("5.4", "gpt-5.1", LlmFailureKind.Configuration, "'gpt-5.1' takes only the efforts none, low, medium, high, but 'AnswerAsync' sets Effort = Effort.XHigh; use '")]
    [InlineData("5.4", "gpt-5.3-codex-spark", LlmFailureKind.Configuration, "'gpt-5.3-codex-spark' produces at most 32000 tokens, but 'AnswerAsync' sets MaxOutputTokens = 64000; use '")]
    [InlineData("5.4", "5.6-sol", LlmFailureKind.Configuration, "'5.6-sol' (gpt-5.6-sol) is on the deny list and is never asked; use '")]
    [InlineData("5.3", "gpt-5-codex", LlmFailureKind.NoEligibleModel, "Primary '5.3' (gpt-5.3-chat-latest) was shut down on 2026-08-10")]
    public async Task Chain_that_cannot_serve_is_refused_at_start_with_its_place(string primary, string? fallback, LlmFailureKind kind, string words)
    {
        var method = TestRuntime.Refine(TestRuntime.Method("5.4", "5.5"), effort: Effort.XHigh, maxOutputTokens: 64_000);
        var settings = Settings((Method + ":0", primary), ("TypedLlm:Deny:0", "5.6-sol"));
        if (fallback is not null)
        {
            settings[Method + ":1"] = fallback;
        }

        using var host = Host([settings], builder => builder.AddEndpoint(static _ => new object(), [method]));
        var exception = await Assert.ThrowsAsync<LlmException>(() => host.StartAsync());

        Assert.Equal(kind, exception.Kind);
        var place = kind == LlmFailureKind.Configuration ? 1 : 0;
        Assert.StartsWith($"Shop.ISupportDesk.AnswerAsync: {Method}:{place}: {words}", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("5.4", "5.3")]
    [InlineData("5.4", "gpt-5.5")]
    public async Task Chain_that_can_serve_starts(params string[] chain)
    {
        using var host = Host(
            [Settings([.. chain.Select((model, i) => ($"{Endpoint}:{i}", model))])],
            builder => builder.AddEndpoint(static _ => new object(), [TestRuntime.Method("no-such-model")]));
        await host.StartAsync();
        await host.StopAsync();
    }

    [Theory]
    [InlineData("Shop.ISuportDesk", "did you mean 'Shop.ISupportDesk'?")]
    [InlineData("Shop.ISupportDesk.AnsweAsync", "did you mean 'Shop.ISupportDesk.AnswerAsync'?")]
    [InlineData("Billing", "use the full name of an interface that is registered, or of one of its methods.")]
    public async Task Name_of_no_endpoint_stops_the_start(string name, string advice)
    {
        using var host = Host(
            [Settings(($"TypedLlm:Endpoints:{name}:Chain:0", "5.4"))], builder => builder.AddEndpoint(static _ => new object(), [TestRuntime.Method()]));
        var exception = await Assert.ThrowsAsync<LlmException>(() => host.StartAsync());

        Assert.Equal(LlmFailureKind.Configuration, exception.Kind);
        Assert.Equal($"TypedLlm:Endpoints:{name} is the name of no registered endpoint; {advice}", exception.Message);
    }

    [Fact]
    public async Task Names_are_not_judged_where_no_endpoint_is_registered()
    {
        using var host = Host([Settings((Endpoint + ":0", "5.4"))], static _ => { });
        await host.StartAsync();
        await host.StopAsync();
    }

    [Fact]
    public void A_later_source_replaces_the_whole_list()
    {
        using var host = Host(
            [Settings((Endpoint + ":0", "5.4"), (Endpoint + ":1", "5.5"), (Endpoint + ":2", "5.2")), Settings((Endpoint + ":0", "6-sol"))], static _ => { });
        var options = host.Services.GetRequiredService<IOptions<TypedLlmOptions>>().Value;

        Assert.Equal(["6-sol"], options.Endpoints["Shop.ISupportDesk"].Chain);
    }

    [Fact]
    public void Settings_that_are_read_twice_or_from_a_section_are_the_same()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            Settings((Endpoint + ":0", "5.4"), (Endpoint + ":1", "5.5")).ToDictionary(pair => "App:" + pair.Key, pair => pair.Value)).Build().GetSection("App");
        var services = new ServiceCollection();
        services.AddTypedLlm(configuration);
        services.AddTypedLlm(configuration);
        using var provider = services.BuildServiceProvider();

        Assert.Equal(["5.4", "5.5"], provider.GetRequiredService<IOptions<TypedLlmOptions>>().Value.Endpoints["Shop.ISupportDesk"].Chain);
    }

    private static async Task<IReadOnlyList<string>> AskedAsync(Action<TypedLlmOptions> configure)
    {
        using var runtime = new TestRuntime(static request => Replies.Text(request, "Hello"), configure);
        var result = await runtime.AskAsync();
        return [.. result.Attempts.Select(static attempt => attempt.Model)];
    }

    private static void Add(TypedLlmOptions options, string name, string model) => options.Endpoints[name] = new EndpointOptions { Chain = { model } };

    private static Dictionary<string, string?> Settings(params (string Key, string? Value)[] settings)
    {
        var all = new Dictionary<string, string?>
        {
            ["TypedLlm:Providers:openai:ApiKey"] = "sk-test",
            ["TypedLlm:Providers:openai:BaseUrl"] = "http://llm.test/v1",
        };
        foreach (var (key, value) in settings)
        {
            all[key] = value;
        }

        return all;
    }

    private static IHost Host(Dictionary<string, string?>[] sources, Action<TypedLlmBuilder> add)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        foreach (var source in sources)
        {
            builder.Configuration.AddInMemoryCollection(source);
        }

        add(builder.Services.AddTypedLlm(builder.Configuration));
        return builder.Build();
    }
}
