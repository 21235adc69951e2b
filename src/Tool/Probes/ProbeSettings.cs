namespace TypedLlm.Tool.Probes;

/// <summary>What probes may cost and how long they may take.</summary>
/// <param name="MaxCost">In USD, over all probes.</param>
/// <param name="Wait">How long runs and batches are followed.</param>
/// <param name="Concurrency">The most requests at a time for each provider.</param>
/// <param name="Environments">The environments of the run, which learn what comes of it.</param>
/// <param name="PendingFile">Where batches are noted that are still running when the waiting is over.</param>
internal sealed record ProbeSettings(decimal MaxCost, TimeSpan Wait, int Concurrency, IReadOnlyList<string> Environments, string PendingFile);
