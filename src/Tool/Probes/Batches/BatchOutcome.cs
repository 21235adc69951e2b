namespace TypedLlm.Tool.Probes;

/// <summary>What became of the line of a batch.</summary>
/// <param name="Verdict">What it says about the model; null if the batch still runs.</param>
/// <param name="Detail">Why, as a clause for people.</param>
internal sealed record BatchOutcome(ProbeVerdict? Verdict, string Detail)
{
    public static readonly BatchOutcome Running = new(null, "the batch still runs");

    public bool IsNoAccess { get; init; }
}
