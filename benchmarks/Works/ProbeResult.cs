namespace TypedLlm.Benchmarks.Works;

/// <summary>What a client did with a number of concurrent streams.</summary>
/// <param name="Streams">How many streams ran at once.</param>
/// <param name="P99">The 99th percentile of the time to the first token, in milliseconds.</param>
/// <param name="Cpu">The share of its core that the client used.</param>
/// <param name="LiveBytes">What one stream more keeps alive on the heap, connection included.</param>
internal readonly record struct ProbeResult(int Streams, double P99, double Cpu, double LiveBytes);
