using TypedLlm;

namespace Quickstart;

// <interface>
[LlmEndpoint(Primary = "5.4", Fallback = "5.3", Stream = true)]
[SystemPrompt("You answer for {company}. Be brief.")]
public interface ISupportDesk
{
    [Prompt("Answer this customer: {question}")]
    IAsyncEnumerable<string> AnswerAsync(
        string company, [Untrusted] string question, LlmCallOptions? options = null, CancellationToken ct = default);

    [Prompt("Summarize this conversation in one sentence: {conversation}")]
    Task<string> SummarizeAsync(
        string company, [Untrusted] string conversation, LlmCallOptions? options = null, CancellationToken ct = default);
}
// </interface>
