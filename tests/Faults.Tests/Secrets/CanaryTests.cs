using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TypedLlm.FaultTests.Scenes;
using TypedLlm.Simulator;

namespace TypedLlm.FaultTests.Secrets;

/// <summary>A key, a prompt and an answer go through every failure, and nothing that an operator collects has a word of them.</summary>
public sealed class CanaryTests
{
    private const string Key = "sk-oriole-7f3a";
    private const string Prompt = "oriole of the prompt 7f3a";
    private const string Answer = "oriole of the answer 7f3a";
    private const string Echo = $"The service quotes {Prompt}, {Answer} and {Key}.";

    /// <summary>How much of the answer comes before it breaks.</summary>
    private const int PartsOfAnswer = 4;

    private static readonly Dictionary<string, ScriptedReply> Failures = new()
    {
        ["nothing"] = Says(new()),
        ["401"] = Quotes(401, "invalid_api_key"),
        ["403"] = Quotes(403, null),
        ["404"] = Quotes(404, "model_not_found"),
        ["400"] = Quotes(400, "invalid_value"),
        ["400 content filter"] = Quotes(400, "content_policy_violation"),
        ["400 context"] = Quotes(400, "context_length_exceeded"),
        ["400 words in place of a code"] = Quotes(400, Echo),
        ["413"] = Quotes(413, null),
        ["429"] = Quotes(429, "rate_limit_exceeded"),
        ["429 quota"] = Quotes(429, "insufficient_quota"),
        ["500"] = Quotes(500, "server_error"),
        ["503"] = Quotes(503, null),
        ["page"] = new() { Http = new HttpReply(200) { Body = Echo, ContentType = "text/html" } },
        ["redirect"] = Faults.Redirect(new Uri($"http://127.0.0.1:1/?{Uri.EscapeDataString(Key)}")),
        ["reset"] = Faults.ResetBeforeHeaders(),
        ["cut"] = Says(Faults.ResetAfterDeltas(PartsOfAnswer)),
        ["clean end"] = Says(Faults.EndAfterDeltas(PartsOfAnswer)),
        ["not JSON"] = Says(Faults.MalformedEvent(8)),
        ["failed"] = Faults.Failed("server_error", Echo),
        ["failed with words in place of a code"] = Faults.Failed(Echo, Echo),
        ["flat error"] = Faults.FlatError("server_error", Echo),
        ["nested error"] = Faults.NestedError("server_error", Echo),
        ["limit"] = new() { Answer = Faults.Incomplete(afterDeltas: PartsOfAnswer).Answer with { Text = Answer } },
        ["filter"] = new() { Answer = Faults.Incomplete("content_filter", PartsOfAnswer).Answer with { Text = Answer } },
        ["refusal"] = Answers.Refusal(Answer),
        ["strange model and tier"] = new() { Answer = new() { Text = Answer, ModelEcho = Echo, ServiceTier = Echo } },
    };

    public static TheoryData<string, CallForm> Cases => TheoryCases.Of(
        Failures.Keys, CallForm.Whole, CallForm.Unary, CallForm.Text, CallForm.RestartingEvents);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Nothing_that_is_collected_has_a_word_of_them(string failure, CallForm form)
    {
        using var recorder = new TelemetryRecorder();
        await using var scene = await StartAsync(recorder);
        scene.Simulator.Scripts.ForAnyModel.First(9, Failures[failure]);

        var report = await scene.ElapseBackoffsAsync(new Caller(scene.Scorecard, form).CallAsync(question: Prompt));

        // The canaries were there: the prompt and the key arrived, the failure happened, and something was recorded.
        Assert.Equal(failure is "nothing" or "not JSON" or "strange model and tier", report.Attempts is [{ Failure: null }]);
        Assert.All(scene.Log.Requests, static request => Assert.Contains(Prompt, request.Body, StringComparison.Ordinal));
        Assert.All(scene.Log.Requests, static request => Assert.NotEmpty(request.Headers["Authorization"]));
        Assert.Contains(recorder.Lines, static line => line.StartsWith("span TypedLlm", StringComparison.Ordinal));
        Assert.Contains(recorder.Lines, static line => line.StartsWith("metric TypedLlm", StringComparison.Ordinal));
        Assert.All(recorder.Lines.Concat(Canary.Describe(report.Exception)), Canary.AssertAbsent);
    }

    [Theory]
    [InlineData("silence")]
    [InlineData("late first content")]
    [InlineData("stall")]
    [InlineData("deadline")]
    public async Task Neither_has_what_a_timer_ended(string wait)
    {
        using var recorder = new TelemetryRecorder();
        await using var scene = await StartAsync(recorder);
        var (reply, patience) = wait switch
        {
            "silence" => (Faults.Silence(), Timers.DefaultHeaders),
            "late first content" => (Faults.OnlyPings(PingKind.Comment, TimeSpan.FromHours(1)), Timers.FirstContent),
            "stall" => (Says(Faults.StallAfterDeltas(PartsOfAnswer)), Timers.Idle),
            _ => (Faults.Silence(), TimeSpan.FromSeconds(3)),
        };
        scene.Script(Model.Primary).Always(reply);
        var options = wait == "deadline" ? new LlmCallOptions { Timeout = patience } : null;

        var call = new Caller(scene.Scorecard, CallForm.Events).CallAsync(options, Prompt);
        await (wait switch
        {
            "stall" => scene.ElapseAfterEventsAsync(reply: 1, WireEvents.BeforeText + PartsOfAnswer, patience),
            "late first content" => scene.ElapseAfterEventsAsync(reply: 1, WireEvents.Lifecycle, patience),
            _ => scene.ElapseAsync(requests: 1, patience),
        });
        var report = await call.WaitAsync(Guards.Hang);

        Assert.NotEmpty(report.Attempts);
        Assert.All(recorder.Lines.Concat(Canary.Describe(report.Exception)), Canary.AssertAbsent);
    }

    [Fact]
    public async Task Neither_has_a_host_that_cannot_be_reached()
    {
        using var recorder = new TelemetryRecorder();
        await using var scene = await StartAsync(recorder, "http://no-such-host.invalid/v1");

        var report = await scene.ElapseBackoffsAsync(new Caller(scene.Scorecard, CallForm.Result).CallAsync(question: Prompt));

        Assert.Equal(LlmFailureKind.ConnectionFailed, report.Failure?.Kind);
        Assert.All(recorder.Lines.Concat(Canary.Describe(report.Exception)), Canary.AssertAbsent);
    }

    private static Task<FaultScene> StartAsync(TelemetryRecorder recorder, string? baseUrl = null) => FaultScene.StartAsync(
        options =>
        {
            options.Providers["openai"].ApiKey = Key;
            options.Providers["openai"].BaseUrl = baseUrl ?? options.Providers["openai"].BaseUrl;
        },
        services: services => services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(recorder)));

    private static ScriptedReply Quotes(int status, string? code) => new()
    {
        Http = new HttpReply(status)
        {
            Body = $$$"""{"error":{"message":"{{{Echo}}}","type":"{{{Echo}}}","param":"{{{Echo}}}","code":{{{(code is null ? "null" : $"\"{code}\"")}}} }}""",
        },
    };

    private static ScriptedReply Says(ScriptedReply reply) => reply with { Answer = new() { Text = Answer } };
}
