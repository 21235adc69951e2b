using TypedLlm.Runtime.Tests.Fakes;
using TypedLlm.Streaming;
using TypedLlm.TypedAnswers;

namespace TypedLlm.Runtime.Tests.Answers;

/// <summary>Checks that throw: a fault of the program, which no other value of the answer hides, and which was paid for.</summary>
public sealed class ThrowingCheckTests
{
    private static readonly CheckedTotals Format = new(static (total, _) =>
    {
        if (total == 2)
        {
            throw new IOException("The books are away.");
        }
    });

    [Fact]
    public void Another_value_behind_it_is_no_answer()
    {
        var parsed = new FormatParser<List<int>>(Format).Parse(new ResponseSnapshot { Text = """{"items":[2]}{"items":[1,22]}""" });

        Assert.True(parsed.Fault?.IsFaultOfProgram);
        Assert.IsType<IOException>(parsed.Fault!.GetCause());
    }

    [Fact]
    public async Task What_a_stream_has_cost_that_fails_behind_it_is_known()
    {
        using var runtime = new TestRuntime(request => Replies.FailedAtEnd(request, "server_error", "{\"items\":[1,", "2,", "3]}"));
        var (items, exception) = await runtime.Runtime.Invoker
            .StreamElementsAsync(TestRuntime.Method(), new TestPrompt(TestRuntime.Question), Format, null, CancellationToken.None)
            .ReadToFailureAsync();

        Assert.Equal([1], items);
        Assert.IsType<IOException>(Assert.IsType<AnswerException>(exception.InnerException).GetCause());
        Assert.Equal(new LlmUsage(1000, 100), exception.TotalUsage);
        Assert.True(exception.Cost > 0);
        Assert.Equal((Replies.RequestId, "resp_fake"), (exception.Attempts[0].RequestId, exception.Attempts[0].ResponseId));
    }
}
