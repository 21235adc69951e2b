using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedLlm.Chains;

namespace TypedLlm.Analyzers;

/// <summary>Advice about chains: off unless a project asks for it. <c>ChainAdvice</c> fills the messages.</summary>
internal static class AdviceDescriptors
{
    private const string Category = "TypedLlm.Chain";

    public static readonly DiagnosticDescriptor WorkloadMismatch = new(
        DiagnosticIds.WorkloadMismatch,
        "Model does not suit the workload",
        ChainMessages.WorkloadMismatch,
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: false,
        description: "What a model is made for, or what it costs, does not fit the Workload of a method.",
        helpLinkUri: RuleLink.Root + DiagnosticIds.WorkloadMismatch);

    public static readonly DiagnosticDescriptor SameFailureDomain = new(
        DiagnosticIds.SameFailureDomain,
        "Chain has one failure domain",
        ChainMessages.SameFailureDomain,
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: false,
        description: "All models of the chain are served by one provider, and an outage, a used-up quota or a refused key takes all of them.",
        helpLinkUri: RuleLink.Root + DiagnosticIds.SameFailureDomain);

    public static ImmutableArray<DiagnosticDescriptor> All { get; } = ImmutableArray.Create(WorkloadMismatch, SameFailureDomain);
}
