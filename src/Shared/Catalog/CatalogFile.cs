namespace TypedLlm.Catalog;

/// <summary>What a catalog file says, without what was wrong in it.</summary>
internal sealed record CatalogFile
{
    public static CatalogFile Empty { get; } = new();

    /// <summary>The day on which the file was true.</summary>
    public CatalogDate? AsOf { get; init; }

    public IReadOnlyList<CatalogEntry> Models { get; init; } = [];

    public IReadOnlyList<CatalogAlias> Aliases { get; init; } = [];

    /// <summary>Names of the models that may be used; null if the file does not say.</summary>
    public EquatableArray<string>? Allow { get; init; }

    /// <summary>Names of the models that may not be used; null if the file does not say.</summary>
    public EquatableArray<string>? Deny { get; init; }

    /// <summary>The names in <c>allow</c>, <c>deny</c> and behind aliases, with their places.</summary>
    public IReadOnlyList<CatalogReference> References { get; init; } = [];
}
