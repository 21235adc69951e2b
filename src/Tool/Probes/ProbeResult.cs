namespace TypedLlm.Tool.Probes;

/// <summary>What came of a probe.</summary>
/// <param name="Request">What was tried.</param>
/// <param name="Verdict">What is known now.</param>
/// <param name="Detail">Why, as a clause for people; no content of requests or answers, no key.</param>
internal sealed record ProbeResult(ProbeRequest Request, ProbeVerdict Verdict, string Detail)
{
    /// <summary>Whether the refusal is of the model itself, not only of what was tried.</summary>
    public bool IsNoAccess { get; init; }

    /// <summary>Whether nothing answered, or only errors of the service itself, however often it was asked.</summary>
    public bool IsUnreachable { get; init; }

    /// <summary>What works instead, for the lock.</summary>
    public string? Use { get; init; }

    /// <summary>Whether the other kind of endpoint was tried too, and refused it.</summary>
    public bool IsRefusedOnBoth { get; init; }

    /// <summary>What was made and could not be removed, for people.</summary>
    public IReadOnlyList<string> Left { get; init; } = [];

    /// <summary>How long a background run stayed in the queue.</summary>
    public TimeSpan? Queued { get; init; }

    /// <summary>What it cost in USD; null is unknown.</summary>
    public decimal? Cost { get; init; }

    public RateLimits? Limits { get; init; }

    public string? RequestId { get; init; }

    /// <summary>Whether it goes on at the provider, to be taken up with <c>--resume</c>.</summary>
    public bool IsPending { get; init; }
}
