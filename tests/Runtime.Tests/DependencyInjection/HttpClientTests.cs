using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TypedLlm.Runtime.Tests.Fakes;

namespace TypedLlm.Runtime.Tests.DependencyInjection;

public sealed class HttpClientTests
{
    [Fact]
    public async Task Handlers_of_all_clients_are_kept_off_and_the_primary_handler_of_the_user_on()
    {
        var shared = new CountingHandler();
        var own = new CountingHandler();
        var service = new FakeService(TimeProvider.System, request => Replies.Text(request, "hello"));
        var services = new ServiceCollection();
        services.ConfigureHttpClientDefaults(client => client
            .AddHttpMessageHandler(() => shared)
            .ConfigurePrimaryHttpMessageHandler(() => service));
        services.AddTypedLlm(UseKey);
        services.AddHttpClient(TypedLlmOptions.HttpClientName).AddHttpMessageHandler(() => own);
        await using var provider = services.BuildServiceProvider();

        Assert.Equal("hello", await AskAsync(provider));
        Assert.Equal((0, 1, 1), (shared.Count, own.Count, service.Requests.Count));
    }

    [Fact]
    public async Task Order_of_registration_does_not_matter_for_defaults()
    {
        var shared = new CountingHandler();
        var service = new FakeService(TimeProvider.System, request => Replies.Text(request, "hello"));
        var services = new ServiceCollection();
        services.AddTypedLlm(UseKey);
        services.ConfigureHttpClientDefaults(client => client.AddHttpMessageHandler(() => shared).ConfigurePrimaryHttpMessageHandler(() => service));
        services.AddTypedLlm(static _ => { });
        await using var provider = services.BuildServiceProvider();

        Assert.Equal("hello", await AskAsync(provider));
        Assert.Equal((0, 1), (shared.Count, service.Requests.Count));
    }

    [Fact]
    public async Task Primary_handler_keeps_its_proxy_and_gets_what_calls_rely_on()
    {
        var proxy = new WebProxy("http://proxy.test");
        SocketsHttpHandler? handler = null;
        var services = new ServiceCollection();
        services.AddTypedLlm(UseKey);
        services.AddHttpClient(TypedLlmOptions.HttpClientName).ConfigurePrimaryHttpMessageHandler(() => handler = new SocketsHttpHandler { Proxy = proxy });
        await using var provider = services.BuildServiceProvider();
        using var client = provider.GetRequiredService<IHttpClientFactory>().CreateClient(TypedLlmOptions.HttpClientName);

        Assert.Equal(Timeout.InfiniteTimeSpan, client.Timeout);
        Assert.Same(proxy, handler!.Proxy);
        Assert.False(handler.AllowAutoRedirect);
        Assert.Equal(TimeSpan.FromSeconds(5), handler.ConnectTimeout);
        Assert.NotEqual(Timeout.InfiniteTimeSpan, handler.PooledConnectionLifetime);
    }

    [Fact]
    public async Task What_the_user_has_set_on_the_primary_handler_stays()
    {
        SocketsHttpHandler? handler = null;
        var services = new ServiceCollection();
        services.AddHttpClient(TypedLlmOptions.HttpClientName).ConfigurePrimaryHttpMessageHandler(() =>
            handler = new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(1), PooledConnectionLifetime = TimeSpan.FromSeconds(2) });
        services.AddTypedLlm(UseKey);
        await using var provider = services.BuildServiceProvider();
        using var client = provider.GetRequiredService<IHttpClientFactory>().CreateClient(TypedLlmOptions.HttpClientName);

        Assert.Equal((TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)), (handler!.ConnectTimeout, handler.PooledConnectionLifetime));
    }

    [Fact]
    public async Task Http_logs_do_not_see_the_key()
    {
        using var log = new LogRecorder();
        var services = new ServiceCollection();
        services.AddSingleton<ILoggerFactory>(log);
        services.AddTypedLlm(UseKey);
        services.ConfigureHttpClientDefaults(client => client.ConfigurePrimaryHttpMessageHandler(
            () => new FakeService(TimeProvider.System, request => Replies.Text(request, "hello"))));
        await using var provider = services.BuildServiceProvider();
        await AskAsync(provider);

        Assert.DoesNotContain(log.Events, entry => entry.Text.Contains("sk-test", StringComparison.Ordinal));
    }

    private static void UseKey(TypedLlmOptions options) =>
        options.Providers["openai"] = new ProviderOptions { ApiKey = "sk-test", BaseUrl = "http://llm.test/v1" };

    private static Task<string> AskAsync(ServiceProvider provider) => provider.GetRequiredService<LlmRuntime>().Invoker
        .CallAsync(TestRuntime.Method(), new TestPrompt("hi"), null, CancellationToken.None);

    private sealed class CountingHandler : DelegatingHandler
    {
        public int Count { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Count++;
            return base.SendAsync(request, cancellationToken);
        }
    }
}
