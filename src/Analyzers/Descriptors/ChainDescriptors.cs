using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedLlm.Chains;

namespace TypedLlm.Analyzers;

/// <summary>The rules about chains of models. <c>ChainRules</c> fills their messages.</summary>
internal static class ChainDescriptors
{
    private const string Category = "TypedLlm.Chain";

    public static readonly DiagnosticDescriptor UnknownModel = new(
        DiagnosticIds.UnknownModel,
        "Model is not known",
        ChainMessages.UnknownModel,
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A name of the chain is neither an id nor a short name of a model, and the service refuses calls to it.",
        helpLinkUri: RuleLink.Root + DiagnosticIds.UnknownModel);

    public static readonly DiagnosticDescriptor NoFallback = new(
        DiagnosticIds.NoFallback,
        "Chain has no fallback",
        ChainMessages.NoFallback,
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "When the only model of a chain fails, every call fails.",
        helpLinkUri: RuleLink.Root + DiagnosticIds.NoFallback);

    public static readonly DiagnosticDescriptor FallbackEqualsPrimary = new(
        DiagnosticIds.FallbackEqualsPrimary,
        "Fallback repeats a model of the chain",
        ChainMessages.FallbackEqualsPrimary,
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Two names of the chain stand for one model, which is asked again after it failed.",
        helpLinkUri: RuleLink.Root + DiagnosticIds.FallbackEqualsPrimary);

    public static readonly DiagnosticDescriptor PrimaryShutDown = new(
        DiagnosticIds.PrimaryShutDown,
        "Primary model is shut down",
        ChainMessages.PrimaryShutDown,
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The service answers every call to a model that is shut down with 404.",
        helpLinkUri: RuleLink.Root + DiagnosticIds.PrimaryShutDown);

    public static readonly DiagnosticDescriptor FallbackShutDown = new(
        DiagnosticIds.FallbackShutDown,
        "Fallback model is shut down",
        ChainMessages.FallbackShutDown,
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A fallback that is shut down is skipped, so the chain is shorter than it looks.",
        helpLinkUri: RuleLink.Root + DiagnosticIds.FallbackShutDown);

    public static readonly DiagnosticDescriptor NoPrimary = new(
        DiagnosticIds.NoPrimary,
        "Chain has no primary",
        ChainMessages.NoPrimary,
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Neither the interface nor the method says which model is asked first.",
        helpLinkUri: RuleLink.Root + DiagnosticIds.NoPrimary);

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
        ImmutableArray.Create(UnknownModel, NoFallback, FallbackEqualsPrimary, PrimaryShutDown, FallbackShutDown, NoPrimary);
}
