using TypedLlm.CompilerServices;
using TypedLlm.TestKit;

namespace TypedLlm.Runtime.Tests.Fakes;

/// <summary>A runtime on a manual clock before a <see cref="FakeService"/>, and the four ways to call it.</summary>
internal sealed class TestRuntime : IDisposable
{
    public const string Key = "sk-test";
    public const string Primary = "gpt-5.4";
    public const string Fallback = "gpt-5.6-sol";
    public const string Question = "Where is order 7?";

    public TestRuntime(Func<FakeRequest, Task<HttpResponseMessage>> answer, Action<TypedLlmOptions>? configure = null)
    {
        Service = new FakeService(Clock, answer);
        Options = new TypedLlmOptions
        {
            TimeProvider = Clock,
            CreateHttpClient = () => new HttpClient(Service) { Timeout = Timeout.InfiniteTimeSpan },
            CatalogAssembly = typeof(LlmRuntime).Assembly,
        };
        Options.Providers["openai"] = new ProviderOptions { ApiKey = Key, BaseUrl = "http://llm.test/v1" };
        configure?.Invoke(Options);
        Runtime = LlmRuntime.Create(Options, static _ => null, seed: 1);
    }

    public ManualClock Clock { get; } = new();

    public FakeService Service { get; }

    public TypedLlmOptions Options { get; }

    public LlmRuntime Runtime { get; }

    public static EndpointMethod Method(params string[] chain) => new()
    {
        Endpoint = "Shop.ISupportDesk",
        Name = "AnswerAsync",
        Assembly = typeof(LlmRuntime).Assembly,
        Chain = chain.Length == 0 ? [Primary, Fallback] : chain,
    };

    public static EndpointMethod Refine(EndpointMethod method, bool stream = true, InterruptedStream onInterrupted = default, int maxAttempts = 3, int? timeoutMs = null,
        Effort? effort = null, double? temperature = null, int? maxOutputTokens = null, double? priceRatio = null) => new()
        {
            Endpoint = method.Endpoint,
            Name = method.Name,
            Assembly = method.Assembly,
            Chain = method.Chain,
            Stream = stream,
            OnInterrupted = onInterrupted,
            MaxAttempts = maxAttempts,
            TimeoutMs = timeoutMs,
            Effort = effort,
            Temperature = temperature,
            MaxOutputTokens = maxOutputTokens,
            MaxFallbackPriceRatio = priceRatio,
        };

    public Task<LlmResult<string>> AskAsync(EndpointMethod? method = null, LlmCallOptions? options = null, CancellationToken ct = default) =>
        Runtime.Invoker.CallForResultAsync(method ?? Method(), new TestPrompt(Question), options, ct);

    public IAsyncEnumerable<string> StreamAsync(EndpointMethod? method = null, LlmCallOptions? options = null, CancellationToken ct = default) =>
        Runtime.Invoker.StreamAsync(method ?? Method(), new TestPrompt(Question), options, ct);

    public IAsyncEnumerable<LlmEvent<string>> EventsAsync(EndpointMethod? method = null, LlmCallOptions? options = null, CancellationToken ct = default) =>
        Runtime.Invoker.StreamEventsAsync(method ?? Method(), new TestPrompt(Question), options, ct);

    /// <summary>Waits for a call and moves the clock whenever the call waits for less than <paramref name="reach"/>, by default for a backoff.</summary>
    public async Task<T> DriveAsync<T>(Task<T> call, TimeSpan? reach = null)
    {
        var limit = reach ?? TimeSpan.FromSeconds(2);
        while (true)
        {
            using var stop = new CancellationTokenSource();
            var timer = Clock.WaitForTimerAsync(armed => armed.DueIn <= limit, $"due within {limit}", stop.Token);
            if (await Task.WhenAny(call, timer) == call)
            {
                await stop.CancelAsync();
                return await call;
            }

            Clock.Advance((await timer).DueIn);
        }
    }

    public async Task<LlmException> FailAsync<T>(Task<T> call, TimeSpan? reach = null) =>
        await Assert.ThrowsAsync<LlmException>(() => DriveAsync(call, reach));

    public void Dispose() => Runtime.Dispose();
}
