using TypedLlm;

namespace Contoso.Support.Api;

public record Question(string Customer, string Text);

public record Answer(string Text);

[LlmEndpoint(Primary = "gpt-5.5", Fallback = "gpt-5.4", Stream = true)]
[SystemPrompt("You are the support desk of Contoso. Answer in the language of the question.")]
public interface ISupportDesk
{
    [Prompt("{customer} asks: {text}")]
    Task<string> AnswerAsync(string customer, [Untrusted] string text, CancellationToken ct = default);

    [Prompt("Somebody asks: {text}")]
    IAsyncEnumerable<string> StreamAsync([Untrusted] string text, CancellationToken ct = default);
}
