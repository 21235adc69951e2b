using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TypedLlm.Analyzers;

/// <summary>The rules about attributes that stand where they have no effect.</summary>
internal static class PlacementDescriptors
{
    private const string Category = "TypedLlm.Declaration";

    public static readonly DiagnosticDescriptor AttributeOutsideInterface = new(
        DiagnosticIds.AttributeOutsideInterface,
        "Attribute stands outside of an interface",
        "[{0}] on '{1}' has no effect, since '{2}' is a {3}; declare the method in an interface that carries [LlmEndpoint]",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Clients are generated for interfaces only.",
        helpLinkUri: RuleLink.Root + DiagnosticIds.AttributeOutsideInterface);

    public static readonly DiagnosticDescriptor AttributeOutsideEndpoint = new(
        DiagnosticIds.AttributeOutsideEndpoint,
        "Interface is no endpoint",
        "'{0}' carries [{1}] on '{2}', but is neither an endpoint nor a base of one, so that no client is generated; add [LlmEndpoint] to the interface",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A client is generated for an interface that carries [LlmEndpoint] itself.",
        helpLinkUri: RuleLink.Root + DiagnosticIds.AttributeOutsideEndpoint);

    public static readonly DiagnosticDescriptor AttributeOnMemberWithBody = new(
        DiagnosticIds.AttributeOnMemberWithBody,
        "Attribute on a member that is not generated",
        "[{0}] on '{1}' has no effect, since the member {2}; a model is asked only by members without a body",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Static members and members with a body run as they are written.",
        helpLinkUri: RuleLink.Root + DiagnosticIds.AttributeOnMemberWithBody);

    public static ImmutableArray<DiagnosticDescriptor> All { get; } = ImmutableArray.Create(
        AttributeOutsideInterface,
        AttributeOutsideEndpoint,
        AttributeOnMemberWithBody);
}
