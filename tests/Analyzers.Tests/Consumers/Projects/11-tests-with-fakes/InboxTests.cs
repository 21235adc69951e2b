using System.Runtime.CompilerServices;
using TypedLlm;
using Xunit;

namespace Contoso.Support.Tests;

public sealed class InboxTests
{
    [Theory]
    [InlineData("gpt-4")]
    [InlineData("Where is my order?")]
    public async Task An_answer_is_handed_on(string question) =>
        Assert.Equal("yes: " + question, await new Inbox(new FakeDesk()).ReplyAsync(question));

    [Fact]
    public async Task A_failure_is_an_apology()
    {
        var reply = await new Inbox(new FailingDesk()).ReplyAsync("Where is my order?");
        Assert.Contains("come back", reply, StringComparison.Ordinal);
    }

    private class FakeDesk : ISupportDesk
    {
        public virtual Task<string> AnswerAsync(string question, CancellationToken ct = default) => Task.FromResult("yes: " + question);

        public async IAsyncEnumerable<LlmEvent<string>> WatchAsync(string question, [EnumeratorCancellation] CancellationToken ct = default)
        {
            await Task.Yield();
            yield return new LlmEvent<string>.Delta("yes");
            yield return new LlmEvent<string>.Completed(new LlmResult<string>("yes", "gpt-4"));
        }
    }

    private sealed class FailingDesk : FakeDesk
    {
        public override Task<string> AnswerAsync(string question, CancellationToken ct = default) =>
            throw new LlmException(LlmFailureKind.Overloaded, "The service is overloaded.");
    }
}
