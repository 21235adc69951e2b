namespace TypedLlm.Simulator;

/// <summary>An uploaded file, or one that a batch has written.</summary>
internal sealed record StoredFile(string Id, string Filename, string Purpose, ReadOnlyMemory<byte> Content)
{
    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The size on the wire; it outlives the content of a deleted file.</summary>
    public int Bytes { get; } = Content.Length;

    public FileScript Outcome { get; init; } = new("processed");

    public bool IsDeleted { get; init; }

    public bool IsGoneAt(DateTimeOffset now) => IsDeleted || ExpiresAt <= now;
}
