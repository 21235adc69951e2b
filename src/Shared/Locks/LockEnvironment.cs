using TypedLlm.Catalog;

namespace TypedLlm.Locks;

/// <summary>What the account of one environment was seen to offer.</summary>
internal sealed record LockEnvironment
{
    public required string Name { get; init; }

    /// <summary>The address that was asked.</summary>
    public string? BaseUrl { get; init; }

    /// <summary>Which credential was used: a fingerprint, never the credential.</summary>
    public string? Credential { get; init; }

    /// <summary>The day on which it was seen.</summary>
    public CatalogDate? Checked { get; init; }

    /// <summary>What was seen of each model, by its id.</summary>
    public required IReadOnlyDictionary<string, LockedModel> Models { get; init; }
}
