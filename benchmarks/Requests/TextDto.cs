namespace TypedLlm.Benchmarks.Requests;

internal sealed record TextDto(FormatDto Format);
