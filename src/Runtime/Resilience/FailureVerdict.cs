namespace TypedLlm.Resilience;

/// <summary>What a failure means and what is done about it.</summary>
/// <param name="Kind">What callers see.</param>
/// <param name="Domain">What failed with it.</param>
/// <param name="Repeat">Whether the same target is asked again.</param>
/// <param name="Advance">What follows when it is not.</param>
internal readonly record struct FailureVerdict(LlmFailureKind Kind, FailureDomain Domain, Repeat Repeat, Advance Advance)
{
    /// <summary>How long the domain is not asked at all. Null if it may be.</summary>
    public TimeSpan? UnavailableFor { get; init; }

    public bool CountsForBreaker { get; init; }

    /// <summary>The shortest delay before a repeat.</summary>
    public TimeSpan MinimumDelay { get; init; }

    /// <summary>The delay that the service asked for.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The same, but the target is asked again only when no other is left.</summary>
    public FailureVerdict PreferringNext() => Repeat is Repeat.AtOnce or Repeat.AfterDelay ? this with { Repeat = Repeat.WhenLast } : this;
}
