namespace TypedLlm.FaultTests.Endpoints;

/// <summary>Questions to which there may be no answer.</summary>
[LlmEndpoint(Primary = "5.4", Fallback = "5.3", MaxAttempts = 3)]
public interface IMaybeDesk
{
    [Prompt("Find {text}")]
    Task<Receipt?> FindAsync(string text, CancellationToken ct = default);

    [Prompt("Find {text}")]
    Task<LlmResult<Receipt?>> FindForResultAsync(string text, CancellationToken ct = default);

    [Prompt("Find {text}")]
    IAsyncEnumerable<ReceiptLine?> LinesAsync(string text, CancellationToken ct = default);
}
