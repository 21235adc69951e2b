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

    public static readonly DiagnosticDescriptor RetiringModel = new(
        DiagnosticIds.RetiringModel,
        "Model is shut down soon",
        ChainMessages.RetiringModel,
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A model of the chain has a shutdown date within the horizon, by default 90 days after the date of the catalog.",
        helpLinkUri: RuleLink.Root + DiagnosticIds.RetiringModel);

    public static readonly DiagnosticDescriptor FallbackRetiresFirst = new(
        DiagnosticIds.FallbackRetiresFirst,
        "Fallback is shut down before the primary",
        ChainMessages.FallbackRetiresFirst,
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A fallback that goes before or with its primary stands in for it least when it is needed most.",
        helpLinkUri: RuleLink.Root + DiagnosticIds.FallbackRetiresFirst);

    public static readonly DiagnosticDescriptor ChainLongerThanAttempts = new(
        DiagnosticIds.ChainLongerThanAttempts,
        "Chain is longer than its attempts",
        ChainMessages.ChainLongerThanAttempts,
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A call sends at most MaxAttempts requests, so that the last models of a longer chain may never be asked.",
        helpLinkUri: RuleLink.Root + DiagnosticIds.ChainLongerThanAttempts);

    public static readonly DiagnosticDescriptor MissingCapability = new(
        DiagnosticIds.MissingCapability,
        "Model lacks a capability",
        ChainMessages.NeedRefused,
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A method needs what a model of its chain cannot do, and every call to that model fails.",
        helpLinkUri: RuleLink.Root + DiagnosticIds.MissingCapability);

    public static readonly DiagnosticDescriptor OutputLimitExceeded = new(
        DiagnosticIds.OutputLimitExceeded,
        "Output limit is above the model's",
        ChainMessages.NeedRefused,
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A method asks for more output tokens than a model of its chain produces, and the service refuses every such call.",
        helpLinkUri: RuleLink.Root + DiagnosticIds.OutputLimitExceeded);

    public static readonly DiagnosticDescriptor ParameterRefused = new(
        DiagnosticIds.ParameterRefused,
        "Model refuses a parameter",
        ChainMessages.NeedRefused,
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A method sends an effort, temperature or tier that a model of its chain does not take, and the service refuses every such call.",
        helpLinkUri: RuleLink.Root + DiagnosticIds.ParameterRefused);

    public static readonly DiagnosticDescriptor ModelNotAllowed = new(
        DiagnosticIds.ModelNotAllowed,
        "Model is not allowed",
        ChainMessages.ModelNotAllowed,
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The catalog file of the project does not allow a model of the chain, which is never asked.",
        helpLinkUri: RuleLink.Root + DiagnosticIds.ModelNotAllowed);

    public static readonly DiagnosticDescriptor FallbackTooDear = new(
        DiagnosticIds.FallbackTooDear,
        "Fallback is dearer than allowed",
        ChainMessages.FallbackTooDear,
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A fallback costs more than MaxFallbackPriceRatio times the primary per output token.",
        helpLinkUri: RuleLink.Root + DiagnosticIds.FallbackTooDear);

    public static readonly DiagnosticDescriptor NoAccess = new(
        DiagnosticIds.NoAccess,
        "Account has no access to the model",
        ChainMessages.NoAccess,
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The service refuses every call to a model that is not open to the account.",
        helpLinkUri: RuleLink.Root + DiagnosticIds.NoAccess);

    public static readonly DiagnosticDescriptor Refused = new(
        DiagnosticIds.Refused,
        "Account is refused what the method needs",
        ChainMessages.Refused,
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The model could do it, but the service was seen to refuse it to this account.",
        helpLinkUri: RuleLink.Root + DiagnosticIds.Refused);

    public static readonly DiagnosticDescriptor WeakerAnswers = new(
        DiagnosticIds.WeakerAnswers,
        "Model cannot be held to the schema",
        ChainMessages.WeakerAnswers,
        "TypedLlm.Answer",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A model without answers in a strict schema is asked in JSON mode, or with the schema in the prompt alone, and more of its answers have to be repaired.",
        helpLinkUri: RuleLink.Root + DiagnosticIds.WeakerAnswers);

    public static ImmutableArray<DiagnosticDescriptor> All { get; } = ImmutableArray.Create(
        UnknownModel,
        NoFallback,
        FallbackEqualsPrimary,
        PrimaryShutDown,
        FallbackShutDown,
        NoPrimary,
        RetiringModel,
        FallbackRetiresFirst,
        ChainLongerThanAttempts,
        MissingCapability,
        OutputLimitExceeded,
        ParameterRefused,
        ModelNotAllowed,
        FallbackTooDear,
        NoAccess,
        Refused,
        WeakerAnswers);
}
