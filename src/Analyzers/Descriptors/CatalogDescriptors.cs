using Microsoft.CodeAnalysis;

namespace TypedLlm.Analyzers;

/// <summary>The rules about catalog and lock files. The reader of the file words them.</summary>
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

    public static readonly DiagnosticDescriptor InvalidLockFile = new(
        DiagnosticIds.InvalidLockFile,
        "Lock file is invalid",
        "{0}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A part of typedllm.lock.json cannot be used and would be ignored.",
        helpLinkUri: RuleLink.Root + DiagnosticIds.InvalidLockFile);

    public static readonly DiagnosticDescriptor UnknownName = new(
        DiagnosticIds.UnknownCatalogName,
        "Name in the catalog file is not known",
        "{0}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A list or an alias of typedllm.models.json names a model that no catalog knows, and does less than it seems to.",
        helpLinkUri: RuleLink.Root + DiagnosticIds.UnknownCatalogName);
}
