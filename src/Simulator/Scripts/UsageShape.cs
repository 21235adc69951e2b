namespace TypedLlm.Simulator;

/// <summary>How a response reports its usage.</summary>
public enum UsageShape
{
    /// <summary>All counts with their details.</summary>
    Full,

    /// <summary>The counts alone.</summary>
    WithoutDetails,

    /// <summary><c>"usage": null</c>.</summary>
    Null,
}
