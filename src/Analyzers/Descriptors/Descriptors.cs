using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TypedLlm.Analyzers;

/// <summary>Finds the descriptor of a rule that a reader or <c>ChainRules</c> reported.</summary>
internal static class Descriptors
{
    public static ImmutableArray<DiagnosticDescriptor> Contract { get; } = DeclarationDescriptors.All.AddRange(PromptDescriptors.All);

    public static DiagnosticDescriptor Find(ImmutableArray<DiagnosticDescriptor> descriptors, string ruleId)
    {
        foreach (var descriptor in descriptors)
        {
            if (descriptor.Id == ruleId)
            {
                return descriptor;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(ruleId), ruleId, "The rule has no descriptor here.");
    }
}
