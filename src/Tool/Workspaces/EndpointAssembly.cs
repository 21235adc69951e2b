using TypedLlm.Catalog;
using TypedLlm.Tool.Descriptors;

namespace TypedLlm.Tool.Workspaces;

/// <summary>An assembly that was read, not loaded.</summary>
/// <param name="Name">Its simple name.</param>
/// <param name="Path">Its file.</param>
internal sealed record EndpointAssembly(string Name, string Path)
{
    /// <summary>Whether it is an app: it has an entry point.</summary>
    public bool IsApp { get; init; }

    /// <summary>Differs between builds of different content.</summary>
    public Guid Build { get; init; }

    public string? UserSecretsId { get; init; }

    /// <summary>The catalog file that is embedded in it.</summary>
    public CatalogFile Catalog { get; init; } = CatalogFile.Empty;

    public IReadOnlyList<EndpointDescriptor> Endpoints { get; init; } = [];
}
