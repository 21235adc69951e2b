using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedLlm.Catalog;

namespace TypedLlm.Analyzers.Catalog;

/// <summary>The catalog files among a project's additional files.</summary>
internal static class CatalogFiles
{
    private const string FileName = "typedllm.models.json";

    private static readonly SourceTextValueProvider<CatalogReadResult> Reader =
        new(static text => CatalogReader.Read(text.ToString(), BuiltInCatalog.Instance));

    // Each analyzer of each new compilation asks for the catalog, while the files hardly ever change.
    private static readonly ConditionalWeakTable<CatalogFile, Layer> Laid = new();

#pragma warning disable RS1012 // The analyzers that read the files here register what they do with them.

    /// <summary>The files with what was read from them, in the order of the project.</summary>
    public static IReadOnlyList<(AdditionalText File, CatalogReadResult Content)> Read(CompilationStartAnalysisContext context) =>
        ProjectFiles.Read(context, static name => string.Equals(name, FileName, StringComparison.OrdinalIgnoreCase), Reader);

    /// <summary>The built-in catalog with the project's files laid over it.</summary>
    public static ModelCatalog Compose(IReadOnlyList<(AdditionalText File, CatalogReadResult Content)> files)
    {
        var catalog = BuiltInCatalog.Instance;
        foreach (var (_, content) in files)
        {
            catalog = Lay(content.File, catalog);
        }

        return catalog;
    }

    private static ModelCatalog Lay(CatalogFile file, ModelCatalog basis)
    {
        if (!Laid.TryGetValue(file, out var layer) || layer.Basis != basis)
        {
            layer = new Layer(basis, basis.With(file));
            Laid.Remove(file);
            Laid.GetValue(file, _ => layer);
        }

        return layer.Catalog;
    }

    private sealed record Layer(ModelCatalog Basis, ModelCatalog Catalog);
}
