namespace TypedLlm.Catalog;

/// <summary>What a model can do on one kind of endpoint; null is unknown.</summary>
internal sealed record EndpointCapabilities
{
    public bool? Streaming { get; init; }

    public bool? Structured { get; init; }

    public bool? JsonMode { get; init; }

    public ToolSupport? Tools { get; init; }

    public bool? Image { get; init; }

    public bool? Pdf { get; init; }

    public bool? Batch { get; init; }

    public bool? Background { get; init; }
}
