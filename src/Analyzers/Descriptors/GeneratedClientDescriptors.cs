using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TypedLlm.Analyzers;

/// <summary>The rule about what the generator could not see.</summary>
internal static class GeneratedClientDescriptors
{
    private const string Category = "TypedLlm.Declaration";

    public static readonly DiagnosticDescriptor NeedsOtherGenerator = new(
        DiagnosticIds.NeedsOtherGenerator,
        "Method needs what another generator adds",
        "'{0}' needs a type or member that another generator adds, which this one cannot see, and throws; declare it in your code or in a project that you refer to",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "All generators of a project see its code as it was written, and none sees what another adds.",
        helpLinkUri: RuleLink.Root + DiagnosticIds.NeedsOtherGenerator,
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static ImmutableArray<DiagnosticDescriptor> All { get; } = ImmutableArray.Create(NeedsOtherGenerator);
}
