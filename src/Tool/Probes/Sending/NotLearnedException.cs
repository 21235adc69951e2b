namespace TypedLlm.Tool.Probes;

/// <summary>A probe cannot go on, and nothing is known about the model.</summary>
/// <param name="detail">Why, as a clause for people.</param>
internal sealed class NotLearnedException(string detail) : Exception(detail);
