using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TypedLlm.Analyzers;

/// <summary>The rule about parts of the package that do not belong together.</summary>
internal static class VersionDescriptors
{
    private const string Category = "TypedLlm.Declaration";

    public static readonly DiagnosticDescriptor VersionsDiffer = new(
        DiagnosticIds.VersionsDiffer,
        "Versions of package and analyzers differ",
        "The project compiles against TypedLlm {0}, but its analyzers and generator are those of {1}; refer to one version of the package in all projects, and restart the editor",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The generated code and the library that it calls are made for each other.",
        helpLinkUri: RuleLink.Root + DiagnosticIds.VersionsDiffer,
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static ImmutableArray<DiagnosticDescriptor> All { get; } = ImmutableArray.Create(VersionsDiffer);
}
