using TypedLlm;

namespace Invoices;

// <interface>
[LlmEndpoint(Primary = "5.4", Fallback = "5.6-sol")]
[SystemPrompt("You keep the books. Copy what is written; invent nothing.")]
public interface IBookkeeper
{
    [Prompt("Extract the invoice.\n{letter}")]
    Task<Invoice> ReadAsync([Untrusted] string letter, LlmCallOptions? options = null, CancellationToken ct = default);

    [Prompt("List the lines of this invoice.\n{letter}")]
    IAsyncEnumerable<InvoiceLine> ListAsync([Untrusted] string letter, CancellationToken ct = default);

    [Prompt("Extract the invoice.\n{letter}")]
    [LlmEndpoint(OnInterrupted = InterruptedStream.Restart)]
    IAsyncEnumerable<LlmEvent<Invoice>> WatchAsync([Untrusted] string letter, CancellationToken ct = default);
}
// </interface>
