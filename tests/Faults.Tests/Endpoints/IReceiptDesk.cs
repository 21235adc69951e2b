namespace TypedLlm.FaultTests.Endpoints;

/// <summary>One question that is answered with a type, in every form it can be handed out.</summary>
[LlmEndpoint(Primary = "5.4", Fallback = "5.3", MaxAttempts = 3, FirstContentTimeoutMs = 10_000, IdleTimeoutMs = 30_000)]
[SystemPrompt("You read receipts.")]
public interface IReceiptDesk
{
    [Prompt("Read {text}")]
    Task<Receipt> ReadAsync(string text, LlmCallOptions? options, CancellationToken ct);

    [Prompt("Read {text}")]
    Task<LlmResult<Receipt>> ReadForResultAsync(string text, LlmCallOptions? options, CancellationToken ct);

    [Prompt("Read {text}")]
    [LlmEndpoint(Stream = false)]
    Task<LlmResult<Receipt>> ReadUnaryAsync(string text, LlmCallOptions? options, CancellationToken ct);

    [Prompt("Read {text}")]
    IAsyncEnumerable<LlmEvent<Receipt>> WatchAsync(string text, LlmCallOptions? options, CancellationToken ct);

    [Prompt("Read {text}")]
    IAsyncEnumerable<ReceiptLine> LinesAsync(string text, LlmCallOptions? options, CancellationToken ct);
}
