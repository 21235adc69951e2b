using TypedLlm.Catalog;
using TypedLlm.Tool.Environments;

namespace TypedLlm.Tool.Workspaces;

/// <summary>The assemblies that a command is about.</summary>
/// <param name="Assemblies">Those with endpoints.</param>
/// <param name="App">The app that runs them, whose catalog file and settings count before others; null if there is none.</param>
internal sealed record Workspace(IReadOnlyList<EndpointAssembly> Assemblies, EndpointAssembly? App)
{
    /// <summary>What people should know of how it was read, as clauses.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    public static Workspace Empty { get; } = new([], null);

    /// <summary>The providers of all models that some assembly can name.</summary>
    public IReadOnlyCollection<string> CatalogProviders => Assemblies.Select(static assembly => assembly.Catalog).Append(App?.Catalog).OfType<CatalogFile>()
        .Aggregate(BuiltInCatalog.Instance, static (catalog, file) => catalog.With(file))
        .Models.Select(static model => model.Provider).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The catalog that names of an assembly are looked up in, layered as the running app does: built in, the assembly's own file, the app's file,
    /// the lists of the settings.
    /// </summary>
    public ModelCatalog CatalogOf(EndpointAssembly? assembly, ToolEnvironment environment)
    {
        var catalog = assembly is null ? BuiltInCatalog.Instance : BuiltInCatalog.Instance.With(assembly.Catalog);
        if (App is not null && App.Path != assembly?.Path)
        {
            catalog = catalog.With(App.Catalog);
        }

        return catalog.With(environment.Lists);
    }
}
