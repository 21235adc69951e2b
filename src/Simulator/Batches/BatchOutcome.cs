namespace TypedLlm.Simulator;

/// <summary>What a batch that has ended left behind.</summary>
internal sealed record BatchOutcome(BatchTally Tally, string? OutputFileId, string? ErrorFileId);
