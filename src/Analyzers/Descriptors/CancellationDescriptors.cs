using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TypedLlm.Analyzers;

/// <summary>The rule about methods that cannot be cancelled.</summary>
internal static class CancellationDescriptors
{
    private const string Category = "TypedLlm.Declaration";

    public static readonly DiagnosticDescriptor NoCancellationToken = new(
        DiagnosticIds.NoCancellationToken,
        "Method takes no CancellationToken",
        "'{0}' takes no CancellationToken, so that a call whose caller has gone runs, and costs, to its end; add one as the last parameter",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A call of a model takes long and costs money; a token ends it when nobody waits any more.",
        helpLinkUri: RuleLink.Root + DiagnosticIds.NoCancellationToken);

    public static ImmutableArray<DiagnosticDescriptor> All { get; } = ImmutableArray.Create(NoCancellationToken);
}
