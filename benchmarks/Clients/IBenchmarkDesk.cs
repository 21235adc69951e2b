namespace TypedLlm.Benchmarks.Clients;

/// <summary>The endpoint that is measured, as a user would declare it. Deadline, timers, breaker, retries and fallback are on, as they are by default.</summary>
[LlmEndpoint(Primary = "5.4", Fallback = "6-luna")]
[SystemPrompt("You answer for a shop. Be brief.")]
internal interface IBenchmarkDesk
{
    [Prompt("Answer this customer: {question}")]
    IAsyncEnumerable<string> StreamAsync(string question, CancellationToken ct = default);

    [Prompt("Answer this customer: {question}")]
    [LlmEndpoint(Stream = false)]
    Task<string> CallAsync(string question, CancellationToken ct = default);
}
