namespace TypedLlm.Benchmarks.Answers;

/// <summary>Never called: what its answer is read with is generated because of it.</summary>
[LlmEndpoint(Primary = "5.4", Fallback = "5.2")]
internal interface IInvoiceDesk
{
    [Prompt("Extract the invoice.\n{text}")]
    Task<Invoice> ExtractAsync(string text, CancellationToken cancellationToken);
}
