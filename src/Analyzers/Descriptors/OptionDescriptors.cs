using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TypedLlm.Analyzers;

/// <summary>The rules about the options of the rules.</summary>
internal static class OptionDescriptors
{
    private const string Category = "TypedLlm.Options";

    public static readonly DiagnosticDescriptor InvalidOption = new(
        DiagnosticIds.InvalidOption,
        "Option has no valid value",
        "{0} = {1} is ignored; set it to {2}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "An option of the rules has a value that cannot be used, so that its default holds.",
        helpLinkUri: RuleLink.Root + DiagnosticIds.InvalidOption,
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static ImmutableArray<DiagnosticDescriptor> All { get; } = ImmutableArray.Create(InvalidOption);
}
