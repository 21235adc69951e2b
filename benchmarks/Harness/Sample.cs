namespace TypedLlm.Benchmarks.Harness;

/// <summary>What one unit of work (a token, a call, a body) cost in one round.</summary>
internal readonly record struct Sample(double CpuNanoseconds, double Bytes);
