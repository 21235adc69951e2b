namespace TypedLlm.Chains;

/// <summary>What the settings of a call may be: held against attributes by the analyzers, and against what is sent by the running app.</summary>
internal static class CallLimits
{
    public const string NoMember = "must be a member of the enumeration";

    private const int MinOutputTokens = 16;
    private const double MaxTemperature = 2;

    /// <summary>What is wrong with the value of a setting; null if nothing is.</summary>
    public static string? FaultOf(string setting, int? value) => setting switch
    {
        "MaxAttempts" when value < 1 => "must be at least 1",
        "MaxOutputTokens" when value < MinOutputTokens => $"must be at least {MinOutputTokens}",
        "TimeoutMs" or "FirstContentTimeoutMs" or "IdleTimeoutMs" when value <= 0 => "must be above 0",
        _ => null,
    };

    /// <summary>What is wrong with the value of a setting; null if nothing is.</summary>
    public static string? FaultOf(string setting, double? value) => setting switch
    {
        "Temperature" when value is not (null or (>= 0 and <= MaxTemperature)) => $"must be between 0 and {MaxTemperature}",
        "MaxFallbackPriceRatio" when value is not (null or >= 0) => "must be 0 or more",
        _ => null,
    };
}
