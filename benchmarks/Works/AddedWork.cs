using System.Globalization;
using System.Reflection;
using TypedLlm.Benchmarks.Clients;
using TypedLlm.Benchmarks.Harness;
using TypedLlm.Benchmarks.Requests;
using TypedLlm.CompilerServices;
using TypedLlm.Prompts;
using TypedLlm.Streaming;
using TypedLlm.Transports;

namespace TypedLlm.Benchmarks.Works;

/// <summary>
/// What plan, registry, breaker and ledger add to an attempt. Rendering the body, the attempt with its timers and the SDK's pipeline are on both
/// sides; the transport answers at once.
/// </summary>
internal static class AddedWork
{
    private const int BuiltInModels = 53;
    private const int ManyModels = 300;
    private const int ManyEndpoints = 500;

    private static readonly Uri BaseUrl = new("http://localhost/v1");
    private static readonly AttemptTimers Timers = new(Timeout.InfiniteTimeSpan, TimeSpan.FromSeconds(90), TimeSpan.FromSeconds(180));

    public static async Task RunAsync(Report report, bool quick)
    {
        report.Title("added · a call on a transport that answers at once");
        using var http = new HttpClient(new EmptyTransport());
        var transport = new ResponsesTransport(http, BaseUrl, static _ => new ValueTask<string>("sk-benchmark"), organization: null, project: null);
        using var runtime = Runtime(catalog: null);
        using var large = Runtime(GrownCatalog.With(ManyModels - BuiltInModels));
        var one = Methods(1);

        var run = new PairedRun(rounds: quick ? 20 : 100, warmUpRounds: 20) { Operations = ManyEndpoints * 4 };
        var series = await run.RunAsync(
            new Variant("attempt alone", () => AttemptAsync(transport)),
            Calls("call", runtime, one),
            Calls($"call, {ManyModels} models", large, one),
            Calls($"call, {ManyEndpoints} endpoints", runtime, Methods(ManyEndpoints)));
        report.Table("call", series);
        foreach (var call in series.Skip(1))
        {
            report.AtMost($"µs added to a {call.Name}", call.CpuAbove(series[0]) / 1000, 5);
            report.AtMost($"bytes added to a {call.Name}", call.MedianBytes - series[0].MedianBytes, 2 * 1024);
        }

        foreach (var call in series.Skip(2))
        {
            report.AtMost($"{call.Name}, × a call with {BuiltInModels} models and one endpoint", call.CpuRatioTo(series[1]), 1.1);
        }
    }

    private static async Task AttemptAsync(ResponsesTransport transport)
    {
        using var body = RequestBody.Render(new LongPrompt(LongPrompt.Question), metadata: null);
        var head = new RequestHead("gpt-5.4", Stream: false, Effort: null, Temperature: null, MaxOutputTokens: null, ServiceTier: null, Store: false);
        await Attempt.CallAsync(transport, body.WithHead(head), Timers, TimeProvider.System, CancellationToken.None);
    }

    /// <summary>Calls the methods in turn.</summary>
    private static Variant Calls(string name, LlmRuntime runtime, EndpointMethod[] methods)
    {
        var next = 0;
        return new(name, () =>
        {
            next = next + 1 == methods.Length ? 0 : next + 1;
            return runtime.Invoker.CallAsync(methods[next], new LongPrompt(LongPrompt.Question), options: null, CancellationToken.None);
        });
    }

    private static LlmRuntime Runtime(Assembly? catalog) => LlmRuntime.Create(new TypedLlmOptions
    {
        Providers = { ["openai"] = new ProviderOptions { BaseUrl = BaseUrl.ToString(), ApiKey = "sk-benchmark" } },
        CatalogAssembly = catalog,
        CreateHttpClient = static () => new HttpClient(new EmptyTransport()),
    });

    private static EndpointMethod[] Methods(int count) =>
    [
        .. Enumerable.Range(0, count).Select(index => new EndpointMethod
        {
            Endpoint = string.Create(CultureInfo.InvariantCulture, $"Shop.ISupportDesk{index}"),
            Name = "AnswerAsync",
            Assembly = typeof(AddedWork).Assembly,
            Chain = ["5.4", "6-luna"],
            Stream = false,
        }),
    ];
}
