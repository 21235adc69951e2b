using TypedLlm;

namespace Fabrikam.Tickets.Worker;

[LlmEndpoint(Primary = "6-luna", Fallback = "gpt-5.6-luna", Effort = Effort.None, MaxOutputTokens = 64, ServiceTier = ServiceTier.Flex)]
[SystemPrompt("Answer with one word: billing, delivery, account or other.")]
public interface ITriage
{
    [Prompt("Priority {priority}. {subject}\n\n{body}")]
    Task<LlmResult<string>> LabelAsync(string subject, [Untrusted] string body, Priority priority, CancellationToken ct = default);
}
