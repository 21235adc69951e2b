using TypedLlm.CompilerServices;
using TypedLlm.Endpoints;
using TypedLlm.Runtime.Tests.Fakes;

namespace TypedLlm.Runtime.Tests.Answers;

public sealed class RepairTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_model_that_gave_a_wrong_answer_is_told_what_is_wrong_once(bool stream)
    {
        using var runtime = new TestRuntime(request => Replies.Text(request, Messages(request).Length == 1 ? "about \"seven\"" : "7"));
        var result = await AskAsync(runtime, TestRuntime.Refine(TestRuntime.Method(), stream));

        Assert.Equal(7, result.Value);
        Assert.Equal([TestRuntime.Primary, TestRuntime.Primary], runtime.Service.Models);
        var messages = Messages(runtime.Service.Requests[1]);
        Assert.Equal(("user", TestRuntime.Question), messages[0]);
        Assert.Equal(("assistant", "about \"seven\""), messages[1]);
        Assert.Equal("user", messages[2].Role);
        Assert.Contains(NumberParser.Fault, messages[2].Content, StringComparison.Ordinal);
        Assert.Equal([LlmFailureKind.InvalidAnswer, null], result.Attempts.Select(attempt => attempt.Failure));
        Assert.Contains(NumberParser.Fault, result.Attempts[0].Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Usage_and_cost_of_the_wrong_answers_add_up(bool stream)
    {
        using var runtime = new TestRuntime(request => Replies.Text(request, request.Model == TestRuntime.Primary ? "seven" : "7"));
        var result = await AskAsync(runtime, TestRuntime.Refine(TestRuntime.Method(), stream));

        Assert.Equal([TestRuntime.Primary, TestRuntime.Primary, TestRuntime.Fallback], runtime.Service.Models);
        Assert.All(result.Attempts, attempt => Assert.Equal(new LlmUsage(1000, 100), attempt.Usage));
        Assert.Equal((new LlmUsage(1000, 100), new LlmUsage(3000, 300)), (result.Usage, result.TotalUsage));
        Assert.Equal(result.Attempts.Sum(attempt => attempt.Cost), result.Cost);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_nobody_got_right_is_paid_for_all_the_same(bool stream)
    {
        using var runtime = new TestRuntime(request => Replies.Text(request, "not a number"));
        var exception = await Assert.ThrowsAsync<LlmException>(() => AskAsync(runtime, TestRuntime.Refine(TestRuntime.Method(), stream)));

        Assert.Equal(new LlmUsage(3000, 300), exception.TotalUsage);
        Assert.Equal(exception.Attempts.Sum(attempt => attempt.Cost!.Value), exception.Cost);
    }

    [Fact]
    public void A_result_prints_its_lists_as_counts()
    {
        var result = new LlmResult<int>(7, "gpt-5.4") { Attempts = [new LlmAttempt("gpt-5.4", AttemptOutcome.Succeeded)], Warnings = [] };

        Assert.StartsWith("LlmResult { Value = 7, Model = gpt-5.4, Usage = , ", result.ToString(), StringComparison.Ordinal);
        Assert.EndsWith(", Warnings = 0, Attempts = 1 }", result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_no_service_counted_is_unknown()
    {
        using var runtime = new TestRuntime(_ => Replies.Error(403));
        var exception = await Assert.ThrowsAsync<LlmException>(() => AskAsync(runtime));

        Assert.Equal((null, null), (exception.TotalUsage, exception.Cost));
    }

    [Fact]
    public async Task Another_model_is_asked_without_the_answer_of_the_first()
    {
        using var runtime = new TestRuntime(request => Replies.Text(request, request.Model == TestRuntime.Primary ? "seven" : "7"));
        var result = await AskAsync(runtime, options: new LlmCallOptions { Metadata = new Dictionary<string, string> { ["tenant"] = "seven" } });

        Assert.Equal(7, result.Value);
        Assert.Equal(("user", TestRuntime.Question), Assert.Single(Messages(runtime.Service.Requests[2])));
        Assert.All(runtime.Service.Requests, request => Assert.Equal("seven", request.Json.GetProperty("metadata").GetProperty("tenant").GetString()));
    }

    [Fact]
    public async Task An_answer_that_nobody_gets_right_is_a_failure_of_its_own_kind()
    {
        using var runtime = new TestRuntime(request => Replies.Text(request, "not a number"));
        var exception = await Assert.ThrowsAsync<LlmException>(() => AskAsync(runtime));

        Assert.Equal(LlmFailureKind.InvalidAnswer, exception.Kind);
        Assert.Equal(3, exception.Attempts.Count);
        Assert.Contains(NumberParser.Fault, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("not a number", exception.ToString(), StringComparison.Ordinal);
        Assert.Equal("not a number", exception.GetPartialText());
        Assert.Contains("failed: the answer is not of the type that was asked for.", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Describe the member better", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("threw", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_text_of_an_error_is_that_of_the_last_answer(bool stream)
    {
        var asked = 0;
        using var runtime = new TestRuntime(request => Replies.Text(request, $"wrong {++asked}"));
        var exception = await Assert.ThrowsAsync<LlmException>(() => AskAsync(runtime, TestRuntime.Refine(TestRuntime.Method(), stream)));

        Assert.Equal((LlmFailureKind.InvalidAnswer, $"wrong {asked}"), (exception.Kind, exception.GetPartialText()));
        Assert.Equal(3, asked);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_words_of_a_refusal_are_not_those_of_the_wrong_answer_before(bool stream)
    {
        using var runtime = new TestRuntime(request => Messages(request).Length == 1 ? Replies.Text(request, "wrong") : Replies.Refusal(request, "I cannot"));
        var exception = await Assert.ThrowsAsync<LlmException>(() => AskAsync(runtime, TestRuntime.Refine(TestRuntime.Method(), stream)));

        Assert.Equal((LlmFailureKind.Refusal, "I cannot"), (exception.Kind, exception.GetPartialText()));
    }

    [Fact]
    public async Task With_as_many_models_as_attempts_none_is_asked_twice()
    {
        using var runtime = new TestRuntime(request => Replies.Text(request, request.Model == TestRuntime.Primary ? "seven" : "7"));
        await AskAsync(runtime, TestRuntime.Refine(TestRuntime.Method(), maxAttempts: 2));

        Assert.Equal([TestRuntime.Primary, TestRuntime.Fallback], runtime.Service.Models);
    }

    [Fact]
    public async Task A_wrong_answer_is_no_fault_of_the_service()
    {
        using var runtime = new TestRuntime(request => Replies.Text(request, request.Model == TestRuntime.Primary ? "seven" : "7"));
        for (var call = 0; call < 20; call++)
        {
            await AskAsync(runtime);
        }

        Assert.Equal(40, runtime.Service.Models.Count(model => model == TestRuntime.Primary));
    }

    private static Task<LlmResult<int>> AskAsync(TestRuntime runtime, EndpointMethod? method = null, LlmCallOptions? options = null)
    {
        var core = runtime.Runtime.Invoker.Core;
        method ??= TestRuntime.Method();
        var body = core.Render(method, new TestPrompt(TestRuntime.Question), options, CancellationToken.None);
        return WholeAnswer.GetAsync(core, method, body, new NumberParser(), options, CancellationToken.None).AsTask();
    }

    private static (string Role, string Content)[] Messages(FakeRequest request) =>
    [
        .. request.Json.GetProperty("input").EnumerateArray().Select(message => (message.GetProperty("role").GetString()!, message.GetProperty("content").GetString()!)),
    ];
}
