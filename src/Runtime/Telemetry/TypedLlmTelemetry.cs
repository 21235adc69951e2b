using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace TypedLlm.Telemetry;

/// <summary>The one source of spans and the one meter, both named <c>TypedLlm</c>, with the GenAI conventions' names and buckets.</summary>
internal static class TypedLlmTelemetry
{
    public const string Name = "TypedLlm";

    private static readonly string? Version = typeof(TypedLlmTelemetry).Assembly.GetName().Version?.ToString(3);

    private static readonly InstrumentAdvice<double> Seconds = new()
    {
        HistogramBucketBoundaries = [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92],
    };

    private static readonly InstrumentAdvice<long> Tokens = new()
    {
        HistogramBucketBoundaries = [1, 4, 16, 64, 256, 1024, 4096, 16384, 65536, 262144, 1048576, 4194304, 16777216, 67108864],
    };

    private static readonly Meter Meter = new(Name, Version);

    public static ActivitySource Source { get; } = new(Name, Version);

    public static Histogram<double> Duration { get; } = Meter.CreateHistogram(
        "gen_ai.client.operation.duration", "s", "How long one request to a model took.", tags: null, Seconds);

    public static Histogram<double> TimeToFirstChunk { get; } = Meter.CreateHistogram(
        "gen_ai.client.operation.time_to_first_chunk", "s", "How long the first content of a stream took.", tags: null, Seconds);

    public static Histogram<long> TokenUsage { get; } = Meter.CreateHistogram(
        "gen_ai.client.token.usage", "{token}", "Tokens read and produced by one request.", tags: null, Tokens);
}
