using static TypedLlm.Tool.Rules.RuleLevel;

namespace TypedLlm.Tool.Rules;

/// <summary>All rules of the tool: those of chains as the analyzers have them, which a test holds against their descriptors, and its own.</summary>
internal static class ToolRules
{
    public const string ShutdownDateDiffers = "TLLM601";
    public const string ConcurrencyAboveLimits = "TLLM602";
    public const string ApprovalDiffers = "TLLM603";

    private static readonly Dictionary<string, ToolRule> ById = All.ToDictionary(static rule => rule.Id, StringComparer.Ordinal);

    public static IReadOnlyList<ToolRule> All =>
    [
        new(DiagnosticIds.UnknownModel, "Model is not known", Error),
        new(DiagnosticIds.NoFallback, "Chain has no fallback", Warning),
        new(DiagnosticIds.FallbackEqualsPrimary, "Fallback repeats a model of the chain", Warning),
        new(DiagnosticIds.PrimaryShutDown, "Primary model is shut down", Error),
        new(DiagnosticIds.FallbackShutDown, "Fallback model is shut down", Warning),
        new(DiagnosticIds.NoPrimary, "Chain has no primary", Error),
        new(DiagnosticIds.RetiringModel, "Model is shut down soon", Warning),
        new(DiagnosticIds.FallbackRetiresFirst, "Fallback is shut down before the primary", Warning),
        new(DiagnosticIds.ChainLongerThanAttempts, "Chain is longer than its attempts", Warning),
        new(DiagnosticIds.MissingCapability, "Model lacks a capability", Error),
        new(DiagnosticIds.OutputLimitExceeded, "Output limit is above the model's", Error),
        new(DiagnosticIds.ParameterRefused, "Model refuses a parameter", Error),
        new(DiagnosticIds.ModelNotAllowed, "Model is not allowed", Error),
        new(DiagnosticIds.FallbackTooDear, "Fallback is dearer than allowed", Warning),
        new(DiagnosticIds.NoAccess, "Account has no access to the model", Error),
        new(DiagnosticIds.Refused, "Account is refused what the method needs", Error),
        new(DiagnosticIds.WeakerAnswers, "Model cannot be held to the schema", Warning),
        new(ShutdownDateDiffers, "Account and catalog name different shutdown dates", Warning),
        new(ConcurrencyAboveLimits, "Concurrency is above the account's limits", Warning),
        new(ApprovalDiffers, "Endpoint differs from what was approved", Error),
    ];

    public static ToolRule Find(string id) => ById[id];
}
