namespace TypedLlm.Benchmarks.Requests;

internal sealed record ReasoningDto(string Effort);
