using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TypedLlm.Analyzers;

/// <summary>The rules about catalog files. The reader of the file words them.</summary>
internal static class CatalogDescriptors
{
    private const string Category = "TypedLlm.Catalog";

    public static readonly DiagnosticDescriptor InvalidCatalogFile = new(
        DiagnosticIds.InvalidCatalogFile,
        "Catalog file is invalid",
        "{0}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A part of typedllm.models.json cannot be used and would be ignored.",
        helpLinkUri: RuleLink.Root + DiagnosticIds.InvalidCatalogFile);

    public static ImmutableArray<DiagnosticDescriptor> All { get; } = ImmutableArray.Create(InvalidCatalogFile);
}
