namespace TypedLlm.Streaming;

/// <summary>How long one attempt may be silent. Infinite values switch a timer off.</summary>
/// <param name="Headers">From sending to the headers of the answer. For a unary request that is the whole generation.</param>
/// <param name="FirstContent">From the headers to the first content. Lifecycle events and comments are not content.</param>
/// <param name="Idle">The waiting for the next content; time in which nobody reads does not count.</param>
internal readonly record struct AttemptTimers(TimeSpan Headers, TimeSpan FirstContent, TimeSpan Idle);
