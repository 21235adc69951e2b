using System.Collections;
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
        ["cut"] = Says(Faults.ResetAfterDeltas(9)),
        ["clean end"] = Says(Faults.EndAfterDeltas(9)),
        ["not JSON"] = Says(Faults.MalformedEvent(8)),
        ["failed"] = Faults.Failed("server_error", Echo),
        ["failed with words in place of a code"] = Faults.Failed(Echo, Echo),
        ["flat error"] = Faults.FlatError("server_error", Echo),
        ["nested error"] = Faults.NestedError("server_error", Echo),
        ["limit"] = new() { Answer = Faults.Incomplete(afterDeltas: 9).Answer with { Text = Answer } },
        ["filter"] = new() { Answer = Faults.Incomplete("content_filter", 9).Answer with { Text = Answer } },
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
        await using var scene = await FaultScene.StartAsync(
            static options => options.Providers["openai"].ApiKey = Key,
            services: services => services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(recorder)));
        scene.Simulator.Scripts.ForAnyModel.First(9, Failures[failure]);

        var report = await scene.ElapseBackoffsAsync(new Caller(scene.Scorecard, form).CallAsync(question: Prompt));

        // The canaries were there: the prompt and the key arrived, and something was recorded.
        Assert.All(scene.Log.Requests, static request => Assert.Contains(Prompt, request.Body, StringComparison.Ordinal));
        Assert.All(scene.Log.Requests, static request => Assert.NotEmpty(request.Headers["Authorization"]));
        Assert.Contains(recorder.Lines, static line => line.StartsWith("span TypedLlm", StringComparison.Ordinal));
        Assert.Contains(recorder.Lines, static line => line.StartsWith("metric TypedLlm", StringComparison.Ordinal));
        Assert.All(recorder.Lines.Concat(Describe(report.Exception)), AssertClean);
    }

    [Fact]
    public async Task A_host_that_cannot_be_reached_and_a_key_source_that_throws_say_nothing_either()
    {
        using var recorder = new TelemetryRecorder();
        await using var scene = await FaultScene.StartAsync(
            static options => options.Providers["openai"] = new ProviderOptions
            {
                BaseUrl = "http://no-such-host.invalid/v1",
                GetApiKeyAsync = static _ => throw new InvalidOperationException("The vault is sealed."),
            },
            services: services => services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(recorder)));

        var report = await new Caller(scene.Scorecard, CallForm.Result).CallAsync(question: Prompt);

        Assert.Equal(LlmFailureKind.Authentication, report.Failure?.Kind);
        Assert.All(recorder.Lines.Concat(Describe(report.Exception)), AssertClean);
    }

    private static void AssertClean(string line)
    {
        Assert.DoesNotContain("oriole", line, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("7f3a", line, StringComparison.Ordinal);
    }

    /// <summary>All that a sink may print of an exception: its text and all its public properties, inner ones included.</summary>
    private static IEnumerable<string> Describe(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            yield return exception.ToString();
            foreach (var property in exception.GetType().GetProperties())
            {
                var value = property.GetValue(exception);
                yield return value is IEnumerable items and not string ? string.Join(' ', items.Cast<object?>()) : $"{value}";
            }
        }
    }

    private static ScriptedReply Quotes(int status, string? code) => new()
    {
        Http = new HttpReply(status)
        {
            Body = $$$"""{"error":{"message":"{{{Echo}}}","type":"{{{Echo}}}","param":"{{{Echo}}}","code":{{{(code is null ? "null" : $"\"{code}\"")}}} }}""",
        },
    };

    private static ScriptedReply Says(ScriptedReply reply) => reply with { Answer = new() { Text = Answer } };
}
