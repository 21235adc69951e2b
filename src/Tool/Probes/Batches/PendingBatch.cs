namespace TypedLlm.Tool.Probes;

/// <summary>A batch that was left running, as it is noted.</summary>
internal sealed record PendingBatch
{
    /// <summary>The environments of the run that left it: they are to learn its outcome, and no others.</summary>
    public required IReadOnlyList<string> Environments { get; init; }

    public required string BaseUrl { get; init; }

    /// <summary>The fingerprint of the key.</summary>
    public required string Key { get; init; }

    public required string Model { get; init; }

    /// <summary>The endpoint that is asked about: <c>/v1/chat/completions</c>.</summary>
    public required string Asked { get; init; }

    /// <summary>The endpoint of the batch: the same, or the other that may work instead.</summary>
    public required string Endpoint { get; init; }

    public required string Batch { get; init; }

    public required string File { get; init; }
}
