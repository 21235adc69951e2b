using TypedLlm;

namespace Proseware.Mail;

[LlmEndpoint(Primary = "gpt-6.1-sol", Fallback = "gpt-6-sol")]
[SystemPrompt("You read mail for {owner}.")]
public partial interface IMailbox
{
    [Prompt("Is this spam? Answer yes or no.\n{mail}")]
    Task<string> IsSpamAsync(string owner, [Untrusted] string mail, CancellationToken ct = default);
}
