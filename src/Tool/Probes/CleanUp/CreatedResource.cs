namespace TypedLlm.Tool.Probes;

/// <summary>Something that a probe made at a provider.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">The id as the provider gave it; content of a reply, so it is escaped in paths.</param>
internal sealed record CreatedResource(ResourceKind Kind, string Id)
{
    private string Segment => Uri.EscapeDataString(Id);

    /// <summary>The path to it.</summary>
    public string Path => Kind switch
    {
        ResourceKind.Batch => $"batches/{Segment}",
        ResourceKind.Response => $"responses/{Segment}",
        _ => $"files/{Segment}",
    };
}
