using TypedLlm;

namespace Aot;

[LlmEndpoint(Primary = "5.4", Fallback = "6-luna")]
[SystemPrompt("You answer for a shop.")]
public interface ISupportDesk
{
    [Prompt("Answer {question} about order {order:D4}.")]
    Task<LlmResult<string>> AnswerAsync([Untrusted] string question, int order, CancellationToken ct);

    [Prompt("Answer {question}")]
    IAsyncEnumerable<string> StreamAsync(string question, CancellationToken ct);

    [Prompt("Answer {question}")]
    IAsyncEnumerable<LlmEvent<string>> WatchAsync(string question, CancellationToken ct);
}
