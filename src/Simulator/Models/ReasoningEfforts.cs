namespace TypedLlm.Simulator;

/// <summary>How many tokens the simulator reasons for each effort of the wire: few, so that small limits leave room for text.</summary>
internal static class ReasoningEfforts
{
    public static int TokensFor(string? effort) => effort switch
    {
        null or "none" => 0,
        "minimal" => 2,
        "low" => 4,
        "medium" => 8,
        "high" => 16,
        "xhigh" => 32,
        _ => 64,
    };
}
