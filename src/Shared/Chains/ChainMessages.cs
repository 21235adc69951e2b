namespace TypedLlm.Chains;

/// <summary>The messages of the chain rules, which compiler and runtime word alike.</summary>
internal static class ChainMessages
{
    /// <summary>The name, and what to do.</summary>
    public const string UnknownModel = "The catalog knows no model '{0}'; {1}";

    /// <summary>The primary, and what to do.</summary>
    public const string NoFallback = "Nothing answers when '{0}' fails; {1}";

    /// <summary>The name, the earlier name, how they are the same, and what to do.</summary>
    public const string FallbackEqualsPrimary = "Fallback '{0}' {2}; {3}";

    /// <summary>The model, since when, and what to do.</summary>
    public const string PrimaryShutDown = "Primary {0} was shut down{1}, so every call to it fails; {2}";

    /// <summary>The model, since when, what that means, and what to do.</summary>
    public const string FallbackShutDown = "Fallback {0} was shut down{1}{2}; {3}";

    /// <summary>Its place, the model, when, and what to do.</summary>
    public const string RetiringModel = "{0} {1} will be shut down on {2}; {3}";

    /// <summary>The model, when, the primary, when that is, and what to do.</summary>
    public const string FallbackRetiresFirst = "Fallback {0} will be shut down on {1} and cannot stand in for '{2}', which lasts until {3}; {4}";

    /// <summary>The name, who sends too few requests, how many, and how many the chain needs.</summary>
    public const string ChainLongerThanAttempts =
        "'{0}' may never be reached: {1} sends at most {2} requests, and as many models stand before it; set MaxAttempts = {3}, or shorten the chain";

    /// <summary>The model, what it refuses, where the need for that comes from, and what to do.</summary>
    public const string NeedRefused = "{0} {1}, but {2}; {3}";

    /// <summary>The model, which list says so, and what to do.</summary>
    public const string ModelNotAllowed = "{0} {1} and is never asked; {2}";

    /// <summary>The model, its price, the primary's, the primary, the limit, and what to do.</summary>
    public const string FallbackTooDear =
        "Fallback {0} costs {1} US dollars per million output tokens, '{3}' before it {2}, which is more than {4} times as much; {5}";

    /// <summary>The model and what speaks against it.</summary>
    public const string WorkloadMismatch = "{0} {1}";

    /// <summary>The provider.</summary>
    public const string SameFailureDomain =
        "All models of the chain are served by '{0}' and fail together with it; add a fallback of another provider";

    /// <summary>Takes no arguments.</summary>
    public const string NoPrimary = "The endpoint has no primary model; set Primary to the id or short name of a model";

    /// <summary>Who says what was seen of an account.</summary>
    public const string SaysLock = ", says typedllm.lock.json";

    /// <summary>The environments, the model, and what to do.</summary>
    public const string NoAccess = "The account of {0} has no access to {1}" + SaysLock + "; {2}";

    /// <summary>The environments, what was refused, the model, where the need for it comes from, and what to do.</summary>
    public const string Refused = "The account of {0} was refused {1} with {2}" + SaysLock + ", but {3}; {4}";

    /// <summary>The model, why there is no better way, where the need for it comes from, how it is asked, and what to do.</summary>
    public const string WeakerAnswers = "{0} {1}, but {2}; it is asked {3}, which is less sure; {4}";

    public static string Format(string ruleId) => ruleId switch
    {
        DiagnosticIds.UnknownModel => UnknownModel,
        DiagnosticIds.NoFallback => NoFallback,
        DiagnosticIds.FallbackEqualsPrimary => FallbackEqualsPrimary,
        DiagnosticIds.PrimaryShutDown => PrimaryShutDown,
        DiagnosticIds.FallbackShutDown => FallbackShutDown,
        DiagnosticIds.NoPrimary => NoPrimary,
        DiagnosticIds.RetiringModel => RetiringModel,
        DiagnosticIds.FallbackRetiresFirst => FallbackRetiresFirst,
        DiagnosticIds.ChainLongerThanAttempts => ChainLongerThanAttempts,
        DiagnosticIds.MissingCapability or DiagnosticIds.OutputLimitExceeded or DiagnosticIds.ParameterRefused => NeedRefused,
        DiagnosticIds.ModelNotAllowed => ModelNotAllowed,
        DiagnosticIds.FallbackTooDear => FallbackTooDear,
        DiagnosticIds.NoAccess => NoAccess,
        DiagnosticIds.Refused => Refused,
        DiagnosticIds.WeakerAnswers => WeakerAnswers,
        DiagnosticIds.WorkloadMismatch => WorkloadMismatch,
        DiagnosticIds.SameFailureDomain => SameFailureDomain,
        _ => throw new ArgumentOutOfRangeException(nameof(ruleId), ruleId, "Not a rule about chains."),
    };
}
