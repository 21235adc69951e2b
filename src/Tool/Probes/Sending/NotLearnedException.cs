namespace TypedLlm.Tool.Probes;

/// <summary>A probe cannot go on, and nothing is known about the model.</summary>
/// <param name="detail">Why, as a clause for people.</param>
internal sealed class NotLearnedException(string detail) : Exception(detail)
{
    /// <summary>Whether nothing answered, or only errors of the service itself, however often it was asked.</summary>
    public bool IsUnreachable { get; init; }
}
