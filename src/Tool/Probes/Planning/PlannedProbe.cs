namespace TypedLlm.Tool.Probes;

/// <summary>A probe as it is planned.</summary>
/// <param name="Index">Its place among the requests.</param>
/// <param name="Request">What is tried.</param>
/// <param name="Highest">The most that it can cost in USD; null if that is not known.</param>
/// <param name="LeftOut">Why it is not made; null if it is.</param>
internal sealed record PlannedProbe(int Index, ProbeRequest Request, decimal? Highest, string? LeftOut);
