using TypedLlm;

namespace Proseware.Mail;

public partial interface IMailbox
{
    [Prompt("Write a reply in the tone '{tone}' to:\n{mail}")]
    [LlmEndpoint(Effort = Effort.Medium, TimeoutMs = 120_000)]
    IAsyncEnumerable<string> ReplyAsync(string owner, [Untrusted] string mail, Tone tone, CancellationToken ct = default);
}

public enum Tone
{
    Friendly,
    Formal,
}
