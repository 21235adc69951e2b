namespace TypedLlm.Benchmarks.Requests;

internal sealed record MessageDto(string Role, string Content);
