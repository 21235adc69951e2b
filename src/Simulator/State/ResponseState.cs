namespace TypedLlm.Simulator;

/// <summary>A response that the simulator has kept.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Model">The model that it names.</param>
/// <param name="Status">Its status on the wire.</param>
public sealed record ResponseState(string Id, string Model, string Status)
{
    /// <summary>It was created in the background.</summary>
    public bool IsBackground { get; init; }

    /// <summary>It is queued or in progress: it will cost.</summary>
    public bool IsRunning { get; init; }

    /// <summary>The service does not find it any more.</summary>
    public bool IsDeleted { get; init; }
}
