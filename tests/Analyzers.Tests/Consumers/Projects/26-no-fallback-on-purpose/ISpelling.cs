using TypedLlm;

namespace Consolidated.Messenger;

[LlmEndpoint(Primary = "gpt-5.4-nano", NoFallback = "The message is sent as it was typed.")]
public interface ISpelling
{
    [Prompt("Correct: {message}")]
    Task<string> CorrectAsync(string message);
}
