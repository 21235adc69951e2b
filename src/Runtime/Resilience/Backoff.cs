using System.Diagnostics.CodeAnalysis;

namespace TypedLlm.Resilience;

/// <summary>Delays before repeats: full jitter below 0.5 s that doubles with each repeat, up to 8 s.</summary>
internal sealed class Backoff(Random random)
{
    private const double FirstSeconds = 0.5;
    private const double MaxSeconds = 8;

    private readonly object _lock = new();

    [SuppressMessage("Security", "CA5394", Justification = "Jitter spreads load and keeps no secret.")]
    public TimeSpan Next(int repeats)
    {
        var ceiling = Math.Min(MaxSeconds, FirstSeconds * Math.Pow(2, repeats));
        lock (_lock)
        {
            return TimeSpan.FromSeconds(random.NextDouble() * ceiling);
        }
    }
}
