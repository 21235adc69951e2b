namespace TypedLlm.FaultTests.Endpoints;

/// <summary>One question in every form an answer can be handed out; the endpoints below differ in their chains and timers alone.</summary>
public interface IDesk
{
    [Prompt("Answer {question}")]
    Task<string> AnswerAsync(string question, LlmCallOptions? options, CancellationToken ct);

    [Prompt("Answer {question}")]
    Task<LlmResult<string>> AnswerForResultAsync(string question, LlmCallOptions? options, CancellationToken ct);

    [Prompt("Answer {question}")]
    [LlmEndpoint(Stream = false)]
    Task<LlmResult<string>> AnswerUnaryAsync(string question, LlmCallOptions? options, CancellationToken ct);

    [Prompt("Answer {question}")]
    IAsyncEnumerable<string> StreamAsync(string question, LlmCallOptions? options, CancellationToken ct);

    [Prompt("Answer {question}")]
    IAsyncEnumerable<LlmEvent<string>> WatchAsync(string question, LlmCallOptions? options, CancellationToken ct);

    [Prompt("Answer {question}")]
    [LlmEndpoint(OnInterrupted = InterruptedStream.Restart)]
    IAsyncEnumerable<LlmEvent<string>> WatchWithRestartAsync(string question, LlmCallOptions? options, CancellationToken ct);
}
