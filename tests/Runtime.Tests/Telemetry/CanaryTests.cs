using System.Collections;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Reflection;
using System.Text;
using TypedLlm.Runtime.Tests.Fakes;

namespace TypedLlm.Runtime.Tests.Telemetry;

/// <summary>Keys, prompts, answers and words of the service appear in no log, span, metric or exception text, whatever fails.</summary>
public sealed class CanaryTests
{
    private const string Key = "sk-CANARY-key";
    private const string Prompt = "CANARY prompt";
    private const string Answer = "CANARY answer";
    private const string Words = "CANARY words of the service";

    private static readonly Dictionary<string, Func<FakeRequest, Task<HttpResponseMessage>>> Faults = new()
    {
        ["success"] = request => Replies.Text(request, Answer),
        ["key refused"] = _ => Replies.Error(401, "invalid_api_key", $"Incorrect API key provided: {Key}"),
        ["code that quotes"] = _ => Replies.Error(400, Prompt, Words, Prompt, Prompt),
        ["rate limit"] = _ => Replies.Error(429, "rate_limit_exceeded", Words, retryAfter: "900"),
        ["server error"] = _ => Replies.Error(500, null, Words),
        ["no such model"] = _ => Replies.Error(404, "model_not_found", Words),
        ["may not stream"] = request => request.Stream ? Replies.Error(400, "unsupported_value", Words, "stream") : Replies.Text(request, Answer),
        ["cut"] = request => Replies.CutAfter(request, Answer),
        ["error inside"] = request => Replies.FailedAfter(request, "server_error", Answer),
        ["truncated"] = request => Replies.Incomplete(request, "max_output_tokens", Answer),
        ["filtered"] = request => Replies.Incomplete(request, "content_filter", Answer),
        ["refusal"] = request => Replies.Refusal(request, Answer),
        ["reset"] = _ => Replies.Reset(),
        ["refused"] = _ => Replies.Refused(),
    };

    public static TheoryData<string> FaultNames => [.. Faults.Keys];

    [Theory]
    [MemberData(nameof(FaultNames))]
    public async Task Nothing_leaks(string fault)
    {
        var host = $"canary-{fault.Replace(' ', '-')}.test";
        var seen = new StringBuilder();
        using var log = new LogRecorder();
        using var spans = Listen(host, seen);
        using var metrics = Measure(host, seen);
        using var runtime = new TestRuntime(
            request => request.Stream || fault is not ("cut" or "error inside") ? Faults[fault](request) : Replies.Text(request, Answer),
            options =>
            {
                options.LoggerFactory = log;
                options.Providers["openai"] = new ProviderOptions { ApiKey = Key, BaseUrl = $"http://{host}/v1" };
            });
        var method = TestRuntime.Refine(TestRuntime.Method(), onInterrupted: InterruptedStream.Restart);

        await RunAsync(runtime.Runtime.Invoker.CallAsync(method, new TestPrompt(Prompt), null, CancellationToken.None));
        await RunAsync(Read(runtime.Runtime.Invoker.StreamAsync(method, new TestPrompt(Prompt), null, CancellationToken.None)));
        await RunAsync(Read(runtime.Runtime.Invoker.StreamEventsAsync(method, new TestPrompt(Prompt), null, CancellationToken.None)));
        foreach (var entry in log.Events)
        {
            seen.AppendLine(entry.Text);
        }

        Assert.Contains(host, seen.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("CANARY", seen.ToString(), StringComparison.Ordinal);

        async Task RunAsync<T>(Task<T> call)
        {
            try
            {
                await runtime.DriveAsync(call);
            }
            catch (LlmException exception)
            {
                Describe(exception, seen);
            }
        }
    }

    private static async Task<int> Read<T>(IAsyncEnumerable<T> items)
    {
        var count = 0;
        await foreach (var _ in items)
        {
            count++;
        }

        return count;
    }

    /// <summary>Everything that a logger or a debugger shows of an exception without calling its methods.</summary>
    private static void Describe(Exception exception, StringBuilder seen)
    {
        seen.AppendLine(exception.ToString());
        foreach (DictionaryEntry entry in exception.Data)
        {
            seen.AppendLine($"{entry.Key} {entry.Value}");
        }

        foreach (var property in exception.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var value = property.GetValue(exception);
            seen.AppendLine(value is IEnumerable items and not string ? string.Join('\n', items.Cast<object>()) : value?.ToString());
        }
    }

    private static ActivityListener Listen(string host, StringBuilder seen)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "TypedLlm",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                if (host.Equals(span.GetTagItem("server.address")))
                {
                    lock (seen)
                    {
                        seen.AppendLine($"{span.DisplayName} {span.StatusDescription}");
                        seen.AppendJoin('\n', span.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"));
                        seen.AppendJoin('\n', span.Events.Select(entry => $"{entry.Name} {string.Join(' ', entry.Tags)}"));
                    }
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private static MeterListener Measure(string host, StringBuilder seen)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Meter.Name == "TypedLlm")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((_, _, tags, _) => Note(tags));
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) => Note(tags));
        listener.Start();
        return listener;

        void Note(ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            var text = string.Join('\n', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"));
            if (text.Contains(host, StringComparison.Ordinal))
            {
                lock (seen)
                {
                    seen.AppendLine(text);
                }
            }
        }
    }
}
