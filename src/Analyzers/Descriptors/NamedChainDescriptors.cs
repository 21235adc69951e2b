using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TypedLlm.Analyzers;

/// <summary>The rules about chains that are declared under a name.</summary>
internal static class NamedChainDescriptors
{
    private const string Category = "TypedLlm.Chain";

    public static readonly DiagnosticDescriptor UnknownChain = new(
        DiagnosticIds.UnknownChain,
        "Chain is not declared",
        "No chain '{0}' is declared; {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "An endpoint that uses a chain that no attribute of its assembly declares has no model to ask.",
        helpLinkUri: RuleLink.Root + DiagnosticIds.UnknownChain);

    public static readonly DiagnosticDescriptor UnusedChain = new(
        DiagnosticIds.UnusedChain,
        "Chain is not used",
        "No endpoint uses chain '{0}'; set Chain = \"{0}\" on one, or remove the declaration",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A declared chain holds for the endpoints that name it, and none does.",
        helpLinkUri: RuleLink.Root + DiagnosticIds.UnusedChain,
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor ChainAndModels = new(
        DiagnosticIds.ChainAndModels,
        "Chain and models are both set",
        "Chain '{0}' holds and {1} does nothing; remove one or the other",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A named chain takes the place of Primary, Fallback and Fallbacks of the same attribute.",
        helpLinkUri: RuleLink.Root + DiagnosticIds.ChainAndModels);

    public static readonly DiagnosticDescriptor RepeatedChain = new(
        DiagnosticIds.RepeatedChain,
        "Chain is written several times",
        "The chain {0} is written on {1} attributes; {2}, so that one line moves them all",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A chain that several endpoints share can be declared once under a name.",
        helpLinkUri: RuleLink.Root + DiagnosticIds.RepeatedChain,
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor InvalidChainDeclaration = new(
        DiagnosticIds.InvalidChainDeclaration,
        "Declaration of a chain is not valid",
        "{0}; {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A declared chain needs a name of its own in the assembly, and a primary model.",
        helpLinkUri: RuleLink.Root + DiagnosticIds.InvalidChainDeclaration);

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
        ImmutableArray.Create(UnknownChain, UnusedChain, ChainAndModels, RepeatedChain, InvalidChainDeclaration);
}
