namespace TypedLlm.Simulator;

/// <summary>A file of the simulated account.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Purpose">What it was uploaded for; <c>batch_output</c> for those that a batch has written.</param>
/// <param name="Filename">Its name.</param>
/// <param name="Bytes">Its size.</param>
public sealed record FileState(string Id, string Purpose, string Filename, int Bytes)
{
    /// <summary>It was deleted or has expired.</summary>
    public bool IsDeleted { get; init; }
}
