using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedLlm.Catalog;

namespace TypedLlm.Analyzers.Catalog;

/// <summary>The catalog files among a project's additional files. Each text is read once, however often the compilation changes around it.</summary>
internal static class CatalogFiles
{
    private const string FileName = "typedllm.models.json";

    private static readonly SourceTextValueProvider<CatalogReadResult> Reader =
        new(static text => CatalogReader.Read(text.ToString(), BuiltInCatalog.Instance));

#pragma warning disable RS1012 // The analyzers that read the files here register what they do with them.

    /// <summary>The files with what was read from them, in the order of the project.</summary>
    public static IEnumerable<(AdditionalText File, CatalogReadResult Content)> Read(CompilationStartAnalysisContext context)
    {
        foreach (var file in context.Options.AdditionalFiles)
        {
            if (string.Equals(Path.GetFileName(file.Path), FileName, StringComparison.OrdinalIgnoreCase)
                && file.GetText(context.CancellationToken) is { } text
                && context.TryGetValue(text, Reader, out var content))
            {
                yield return (file, content);
            }
        }
    }

    /// <summary>The built-in catalog with the project's files laid over it.</summary>
    public static ModelCatalog Compose(CompilationStartAnalysisContext context)
    {
        var catalog = BuiltInCatalog.Instance;
        foreach (var (_, content) in Read(context))
        {
            catalog = catalog.With(content.File);
        }

        return catalog;
    }
}
