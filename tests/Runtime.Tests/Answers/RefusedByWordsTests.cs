using System.Text.Json;
using TypedLlm.CompilerServices;
using TypedLlm.Endpoints;
using TypedLlm.Runtime.Tests.Fakes;

namespace TypedLlm.Runtime.Tests.Answers;

/// <summary>Errors that name neither a code nor a parameter of a form: their words may be those of the request, and are believed no further than they prove true.</summary>
public sealed class RefusedByWordsTests
{
    private const string ModeRefused = "'response_format' of the type 'json_schema' does not go with this model";
    private const string SchemaRefused = "Invalid schema for response_format 'Total': In context=('properties', 'amount'), 'minimum' is not permitted.";

    [Fact]
    public async Task A_body_that_is_the_request_again_refuses_no_form()
    {
        var isWell = false;
        using var runtime = new TestRuntime(request => isWell
            ? Replies.Text(request, Total.Json(7))
            : Replies.ErrorBody(422, $$"""{"detail":[{"loc":["body","x"],"msg":"Field required","input":{{request.Body}}}]}"""));

        var exception = await Assert.ThrowsAsync<LlmException>(() => AskAsync(runtime));
        isWell = true;
        await AskAsync(runtime);

        Assert.Equal(LlmFailureKind.InvalidRequest, exception.Kind);
        Assert.Contains("Field required", exception.GetProviderMessage(), StringComparison.Ordinal);
        Assert.Equal(["json_schema", "json_schema"], runtime.Service.Requests.Select(TypeOf));
    }

    [Theory]
    [InlineData("I do not like your prompt, which says 'structured output'.")]
    [InlineData("I do not like your prompt, which says 'json schema' and 'minimum'.")]
    [InlineData(null)]
    public async Task Words_of_the_prompt_in_a_message_leave_nothing_behind(string? message)
    {
        var isWell = false;
        using var log = new LogRecorder();
        using var runtime = new TestRuntime(
            request => isWell ? Replies.Text(request, Total.Json(7)) : Replies.Error(400, message: message ?? request.Body),
            options => options.LoggerFactory = log);

        var exception = await Assert.ThrowsAsync<LlmException>(() => AskAsync(runtime));
        isWell = true;
        await AskAsync(runtime);

        Assert.Equal(LlmFailureKind.InvalidRequest, exception.Kind);
        Assert.All(runtime.Service.Models, static model => Assert.Equal(TestRuntime.Primary, model));
        Assert.Equal(["json_schema", "json_object", null, "json_schema"], runtime.Service.Requests.Select(TypeOf));
        Assert.DoesNotContain(log.Events, static entry => entry.Id == 12);
    }

    [Fact]
    public async Task What_only_suspicion_weakened_leaves_nothing_behind_when_the_weaker_request_breaks()
    {
        var asked = 0;
        using var runtime = new TestRuntime(request => ++asked switch
        {
            1 => Replies.Error(400, message: ModeRefused),
            2 => Replies.Error(403),
            _ => Replies.Text(request, Total.Json(7)),
        });

        await AskAsync(runtime);
        await AskAsync(runtime);

        Assert.Equal([TestRuntime.Primary, TestRuntime.Primary, TestRuntime.Fallback, TestRuntime.Primary], runtime.Service.Models);
        Assert.Equal(["json_schema", "json_object", "json_schema", "json_schema"], runtime.Service.Requests.Select(TypeOf));
    }

    [Theory]
    [InlineData(ModeRefused, "json_object")]
    [InlineData(SchemaRefused, "json_schema")]
    public async Task What_a_weaker_request_proves_is_remembered(string message, string? ofOtherTypes)
    {
        using var runtime = new TestRuntime(request => TypeOf(request) == "json_schema" && NameOf(request) == "Total"
            ? Replies.Error(400, message: message)
            : Replies.Text(request, request.Body.Contains("amount", StringComparison.Ordinal) ? Total.Json(7) : "[7]"));

        var result = await AskAsync(runtime);
        await AskAsync(runtime);
        await foreach (var item in runtime.Runtime.Invoker.StreamElementsAsync(TestRuntime.Method(), new TestPrompt(TestRuntime.Question), Totals.Format, null, CancellationToken.None))
        {
            Assert.Equal(7, item);
        }

        Assert.Equal([LlmFailureKind.InvalidRequest, null], result.Attempts.Select(static attempt => attempt.Failure));
        Assert.Equal(["json_schema", "json_object", "json_object", ofOtherTypes], runtime.Service.Requests.Select(TypeOf));
    }

    [Theory]
    [InlineData(TestRuntime.Primary)]
    [InlineData(TestRuntime.Primary, TestRuntime.Fallback)]
    public async Task A_server_with_no_form_at_all_is_found_out_by_words_too(params string[] chain)
    {
        var method = TestRuntime.Method(chain);
        using var runtime = new TestRuntime(request => TypeOf(request) is { } type
            ? Replies.Error(400, message: $"response_format {type} is unknown")
            : Replies.Text(request, Total.Json(7)));

        await AskAsync(runtime, method);
        await AskAsync(runtime, method);

        Assert.Equal(["json_schema", "json_object", null, null], runtime.Service.Requests.Select(TypeOf));
        Assert.All(runtime.Service.Models, static model => Assert.Equal(TestRuntime.Primary, model));
    }

    [Theory]
    [InlineData(1, null)]
    [InlineData(3, null)]
    [InlineData(1, "text.format")]
    public async Task A_refused_form_counts_as_no_attempt_and_is_asked_for_once(int maxAttempts, string? param)
    {
        using var runtime = new TestRuntime(_ => Replies.Error(400, message: ModeRefused, param: param));

        await Assert.ThrowsAsync<LlmException>(() => AskAsync(runtime, TestRuntime.Refine(TestRuntime.Method(TestRuntime.Primary), maxAttempts: maxAttempts)));

        Assert.Equal(["json_schema", "json_object", null], runtime.Service.Requests.Select(TypeOf));
    }

    private static Task<LlmResult<Total>> AskAsync(TestRuntime runtime, EndpointMethod? method = null) =>
        runtime.Runtime.Invoker.CallForResultAsync(method ?? TestRuntime.Method(), new TestPrompt(TestRuntime.Question), Total.Format, null, CancellationToken.None);

    private static JsonElement? Format(FakeRequest request) =>
        request.Json.TryGetProperty("text", out var text) ? text.GetProperty("format") : null;

    private static string? NameOf(FakeRequest request) => Format(request) is { } format && format.TryGetProperty("name", out var name) ? name.GetString() : null;

    private static string? TypeOf(FakeRequest request) => Format(request)?.GetProperty("type").GetString();
}
