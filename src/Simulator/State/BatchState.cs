namespace TypedLlm.Simulator;

/// <summary>A batch of the simulated account.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Endpoint">The call that its lines are for.</param>
/// <param name="Status">Its status on the wire.</param>
public sealed record BatchState(string Id, string Endpoint, string Status)
{
    /// <summary>The file with its lines.</summary>
    public required string InputFileId { get; init; }

    /// <summary>The file with the lines that were answered; null as long as there is none.</summary>
    public string? OutputFileId { get; init; }

    /// <summary>The file with the lines that were not; null as long as there is none.</summary>
    public string? ErrorFileId { get; init; }

    /// <summary>It has neither ended nor been cancelled: it will cost.</summary>
    public bool IsRunning { get; init; }
}
