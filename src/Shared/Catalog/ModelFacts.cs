namespace TypedLlm.Catalog;

/// <summary>What is known about a model; null is unknown and never a reason to warn.</summary>
internal sealed record ModelFacts
{
    /// <summary>The id as the service knows it.</summary>
    public required string Id { get; init; }

    public EquatableArray<string> ShortNames { get; init; }

    /// <summary>Dated ids that are this model. One that has facts of its own in the catalog is described by those.</summary>
    public EquatableArray<string> Snapshots { get; init; }

    public string? Provider { get; init; }

    public CatalogDate? Released { get; init; }

    public ModelPurpose? Purpose { get; init; }

    /// <summary>Input and output together, in tokens.</summary>
    public int? ContextWindow { get; init; }

    public int? MaxInputTokens { get; init; }

    public int? MaxOutputTokens { get; init; }

    public ModelCapabilities? Capabilities { get; init; }

    /// <summary>The reasoning efforts it takes, as on the wire; empty if it takes none at all.</summary>
    public EquatableArray<string>? Efforts { get; init; }

    public string? DefaultEffort { get; init; }

    public TemperatureRule? Temperature { get; init; }

    public TierSupport? Tiers { get; init; }

    public ModelPrice? Price { get; init; }

    public ModelStatus? Status { get; init; }

    /// <summary>The first day on which requests are refused.</summary>
    public CatalogDate? ShutdownDate { get; init; }

    public ModelReplacement? Replacement { get; init; }

    /// <summary>Whether requests are certain to be refused on that day. A date decides; without one the status does.</summary>
    public bool IsShutDown(CatalogDate today) =>
        ShutdownDate is { } date ? date <= today : Status == ModelStatus.ShutDown;

    /// <summary>Whether it is live on that day and no end is announced.</summary>
    public bool IsLiveForGood(CatalogDate today) => ShutdownDate is null && !IsShutDown(today);
}
