using System.Collections.Concurrent;
using System.Diagnostics;
using TypedLlm.Runtime.Tests.Fakes;

namespace TypedLlm.Runtime.Tests.Telemetry;

public sealed class SpanTests : IDisposable
{
    private const string Host = "spans.test";

    private readonly ConcurrentQueue<Activity> _stopped = new();
    private readonly ConcurrentQueue<Dictionary<string, object?>> _sampled = new();
    private readonly ActivityListener _listener;

    public SpanTests()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "TypedLlm" or "Caller",
            Sample = (ref ActivityCreationOptions<ActivityContext> options) =>
            {
                var tags = options.Tags?.ToDictionary() ?? [];
                if (Host.Equals(tags.GetValueOrDefault("server.address")))
                {
                    _sampled.Enqueue(tags);
                }

                return ActivitySamplingResult.AllDataAndRecorded;
            },
            ActivityStopped = span =>
            {
                if (Host.Equals(span.GetTagItem("server.address")))
                {
                    _stopped.Enqueue(span);
                }
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    [Fact]
    public async Task Each_request_is_a_span_with_the_names_of_the_conventions()
    {
        using var runtime = Runtime(request => request.Model == TestRuntime.Primary ? Replies.Error(404, "model_not_found") : Replies.Text(request, "hello"));
        await runtime.AskAsync(TestRuntime.Refine(TestRuntime.Method(), effort: Effort.Low, maxOutputTokens: 100));

        var (failed, answered) = (_stopped.First(), _stopped.Last());
        Assert.Equal(("chat gpt-5.4", ActivityKind.Client, ActivityStatusCode.Error), (failed.DisplayName, failed.Kind, failed.Status));
        Assert.Equal("ModelUnavailable", failed.GetTagItem("error.type"));
        Assert.Equal(404, failed.GetTagItem("http.response.status_code"));
        Assert.Equal(("chat gpt-5.6-sol", ActivityStatusCode.Unset), (answered.DisplayName, answered.Status));
        Assert.Equal("chat", answered.GetTagItem("gen_ai.operation.name"));
        Assert.Equal("openai", answered.GetTagItem("gen_ai.provider.name"));
        Assert.Equal("gpt-5.6-sol", answered.GetTagItem("gen_ai.request.model"));
        Assert.Equal("gpt-5.6-sol", answered.GetTagItem("gen_ai.response.model"));
        Assert.Equal("resp_fake", answered.GetTagItem("gen_ai.response.id"));
        Assert.Equal(100, answered.GetTagItem("gen_ai.request.max_tokens"));
        Assert.Equal("low", answered.GetTagItem("gen_ai.request.reasoning.level"));
        Assert.Equal(1000L, answered.GetTagItem("gen_ai.usage.input_tokens"));
        Assert.Equal(100L, answered.GetTagItem("gen_ai.usage.output_tokens"));
        Assert.Equal(["stop"], Assert.IsType<string[]>(answered.GetTagItem("gen_ai.response.finish_reasons")));
        Assert.Equal("Shop.ISupportDesk.AnswerAsync", answered.GetTagItem("typedllm.endpoint"));
        Assert.Equal(2, answered.GetTagItem("typedllm.attempt"));
    }

    [Fact]
    public async Task Samplers_see_what_is_known_before_the_request()
    {
        using var runtime = Runtime(request => Replies.Text(request, "hello"));
        await runtime.AskAsync();

        var tags = Assert.Single(_sampled);
        Assert.Equal("chat", tags["gen_ai.operation.name"]);
        Assert.Equal(TestRuntime.Primary, tags["gen_ai.request.model"]);
        Assert.False(tags.ContainsKey("gen_ai.request.temperature"));
    }

    [Fact]
    public async Task Reader_of_a_stream_keeps_the_own_span()
    {
        using var source = new ActivitySource("Caller");
        using var runtime = Runtime(request => Replies.Text(request, "hel", "lo"));
        using var outer = source.StartActivity("outer");
        await foreach (var text in runtime.StreamAsync())
        {
            Assert.Same(outer, Activity.Current);
        }

        Assert.Same(outer, Activity.Current);
        Assert.Equal(outer!.SpanId, Assert.Single(_stopped).ParentSpanId);
    }

    [Fact]
    public async Task Span_of_a_stream_that_is_left_ends_as_cancelled()
    {
        using var runtime = Runtime(request => Replies.StallAfter(request, "hel"));
        var items = runtime.StreamAsync().GetAsyncEnumerator();
        await items.MoveNextAsync();
        Assert.Empty(_stopped);
        await items.DisposeAsync();

        Assert.Equal("Cancelled", Assert.Single(_stopped).GetTagItem("error.type"));
    }

    public void Dispose() => _listener.Dispose();

    private static TestRuntime Runtime(Func<FakeRequest, Task<HttpResponseMessage>> answer) =>
        new(answer, options => options.Providers["openai"].BaseUrl = $"http://{Host}/v1");
}
