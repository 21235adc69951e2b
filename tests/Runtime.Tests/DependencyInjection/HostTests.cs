using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using TypedLlm.CompilerServices;
using TypedLlm.Runtime.Tests.Fakes;

namespace TypedLlm.Runtime.Tests.DependencyInjection;

public sealed class HostTests
{
    private static readonly Dictionary<string, string?> Settings = new()
    {
        ["TypedLlm:Providers:openai:ApiKey"] = "sk-test",
        ["TypedLlm:Providers:openai:BaseUrl"] = "http://llm.test/v1",
        ["TypedLlm:Providers:openai:Organization"] = "org-1",
        ["TypedLlm:Providers:acme:ApiKey"] = "sk-acme",
        ["TypedLlm:Providers:acme:BaseUrl"] = "http://acme.test/v1",
        ["TypedLlm:Allow:0"] = "5.4",
        ["TypedLlm:Deny:0"] = "5.6-sol",
        ["TypedLlm:Timers:Headers"] = "00:00:10",
        ["TypedLlm:Timers:FirstContent"] = "00:00:11",
        ["TypedLlm:Breaker:MinimumAttempts"] = "3",
        ["TypedLlm:Retry:BudgetRatio"] = "0.1",
    };

    [Fact]
    public void Settings_are_read_from_their_section()
    {
        using var host = Host(Settings, static _ => { });
        var options = host.Services.GetRequiredService<IOptions<TypedLlmOptions>>().Value;

        Assert.Equal(("sk-test", "http://llm.test/v1", "org-1"), (options.Providers["openai"].ApiKey, options.Providers["openai"].BaseUrl, options.Providers["openai"].Organization));
        Assert.Equal("sk-acme", options.Providers["ACME"].ApiKey);
        Assert.Equal(["5.4"], options.Allow);
        Assert.Equal(["5.6-sol"], options.Deny);
        Assert.Equal((TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(11)), (options.Timers.Headers, options.Timers.FirstContent));
        Assert.Equal((3, 0.1), (options.Breaker.MinimumAttempts, options.Retry.BudgetRatio));
        Assert.Equal(TimeSpan.FromMinutes(10), options.Timers.Deadline);
    }

    [Fact]
    public async Task Host_starts_with_chains_that_work()
    {
        using var host = Host(Settings, builder => builder.AddEndpoint(Desk.Create, [TestRuntime.Method("5.4")]));
        await host.StartAsync();
        await host.StopAsync();

        Assert.Same(host.Services.GetRequiredService<IDesk>(), host.Services.GetRequiredService<IDesk>());
    }

    [Fact]
    public async Task Setting_that_cannot_work_stops_the_start()
    {
        using var host = Host(new(Settings) { ["TypedLlm:Providers:openai:BaseUrl"] = "llm.test" }, static _ => { });
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.Contains("TypedLlm:Providers:openai:BaseUrl", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no-such-model", LlmFailureKind.UnknownModel, "no-such-model")]
    [InlineData("5.6-sol", LlmFailureKind.NoEligibleModel, "TypedLlm:Allow")]
    [InlineData("5.3", LlmFailureKind.NoEligibleModel, "shut down on 2026-08-10")]
    public async Task Chain_that_cannot_work_stops_the_start_and_is_named(string model, LlmFailureKind kind, string words)
    {
        var settings = new Dictionary<string, string?>(Settings) { ["TypedLlm:Allow:1"] = "5.3" };
        using var host = Host(settings, builder => builder.AddEndpoint(Desk.Create, [TestRuntime.Method("5.4"), TestRuntime.Method(model)]));
        var exception = await Assert.ThrowsAsync<LlmException>(() => host.StartAsync());

        Assert.Equal(kind, exception.Kind);
        Assert.Contains("Shop.ISupportDesk.AnswerAsync", exception.Message, StringComparison.Ordinal);
        Assert.Contains(words, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_host_the_endpoint_itself_is_refused()
    {
        var services = new ServiceCollection();
        services.AddTypedLlm(options => options.Providers["openai"] = new ProviderOptions { ApiKey = "sk" })
            .AddEndpoint(Desk.Create, [TestRuntime.Method("no-such-model")]);
        using var provider = services.BuildServiceProvider();

        Assert.Equal(LlmFailureKind.UnknownModel, Assert.Throws<LlmException>(() => provider.GetRequiredService<IDesk>()).Kind);
    }

    [Fact]
    public async Task Provider_without_settings_stops_the_start()
    {
        var settings = new Dictionary<string, string?> { ["TypedLlm:Providers:acme:ApiKey"] = "sk", ["TypedLlm:Providers:acme:BaseUrl"] = "http://acme.test" };
        using var host = Host(settings, builder =>
        {
            // Whatever the environment of the test holds.
            builder.Services.PostConfigure<TypedLlmOptions>(options => options.Providers.Remove("openai"));
            builder.AddEndpoint(Desk.Create, [TestRuntime.Method("5.4")]);
        });

        var exception = await Assert.ThrowsAsync<LlmException>(() => host.StartAsync());
        Assert.Equal(LlmFailureKind.Configuration, exception.Kind);
    }

    [Fact]
    public async Task Two_registrations_add_to_one_runtime()
    {
        using var host = Host(Settings, builder =>
        {
            builder.AddEndpoint(Desk.Create, [TestRuntime.Method("5.4")]);
            builder.Services.AddTypedLlm(options => options.Timers.Headers = TimeSpan.FromSeconds(3))
                .AddEndpoint<ISecondDesk>(static runtime => new Desk(runtime), [TestRuntime.Method("5.4")]);
        });
        await host.StartAsync();

        Assert.Single(host.Services.GetServices<LlmRuntime>());
        Assert.Equal(TimeSpan.FromSeconds(3), host.Services.GetRequiredService<IOptions<TypedLlmOptions>>().Value.Timers.Headers);
        Assert.Same(
            ((Desk)host.Services.GetRequiredService<IDesk>()).Runtime,
            ((Desk)host.Services.GetRequiredService<ISecondDesk>()).Runtime);
    }

    [Fact]
    public async Task Runtime_ends_with_the_container()
    {
        var host = Host(Settings, builder => builder.AddEndpoint(Desk.Create, [TestRuntime.Method("5.4")]));
        var runtime = host.Services.GetRequiredService<LlmRuntime>();
        host.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(
            () => runtime.Invoker.CallAsync(TestRuntime.Method("5.4"), new TestPrompt("hi"), null, CancellationToken.None));
    }

    private static IHost Host(Dictionary<string, string?> settings, Action<TypedLlmBuilder> configure)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(settings);
        configure(builder.Services.AddTypedLlm(builder.Configuration));
        return builder.Build();
    }

    private interface IDesk;

    private interface ISecondDesk;

    private sealed class Desk(LlmRuntime runtime) : IDesk, ISecondDesk
    {
        public LlmRuntime Runtime => runtime;

        public static IDesk Create(LlmRuntime runtime) => new Desk(runtime);
    }
}
