namespace TypedLlm.Chains;

/// <summary>The messages of the chain rules, which compiler and runtime word alike.</summary>
internal static class ChainMessages
{
    /// <summary>The name, and what to do.</summary>
    public const string UnknownModel = "The catalog knows no model '{0}'; {1}";

    /// <summary>The primary, and what to do.</summary>
    public const string NoFallback = "Nothing answers when '{0}' fails; {1}";

    /// <summary>The name, the earlier name, the id of both, and what to do.</summary>
    public const string FallbackEqualsPrimary = "Fallback '{0}' is '{2}', as '{1}' before it, and fails with it; {3}";

    /// <summary>The model, since when, and what to do.</summary>
    public const string PrimaryShutDown = "Primary {0} was shut down{1}, so every call to it fails; {2}";

    /// <summary>The model, since when, what that means, and what to do.</summary>
    public const string FallbackShutDown = "Fallback {0} was shut down{1}{2}; {3}";

    /// <summary>Takes no arguments.</summary>
    public const string NoPrimary = "The endpoint has no primary model; set Primary to the id or short name of a model";

    public static string Format(string ruleId) => ruleId switch
    {
        DiagnosticIds.UnknownModel => UnknownModel,
        DiagnosticIds.NoFallback => NoFallback,
        DiagnosticIds.FallbackEqualsPrimary => FallbackEqualsPrimary,
        DiagnosticIds.PrimaryShutDown => PrimaryShutDown,
        DiagnosticIds.FallbackShutDown => FallbackShutDown,
        DiagnosticIds.NoPrimary => NoPrimary,
        _ => throw new ArgumentOutOfRangeException(nameof(ruleId), ruleId, "Not a rule about chains."),
    };
}
