namespace TypedLlm;

/// <summary>The words that the service uses for a <see cref="ServiceTier"/>.</summary>
internal static class ServiceTierWords
{
    private static readonly string[] Words = ["auto", "default", "flex", "scale", "priority", "ultrafast"];

    /// <summary>The words stand in the order of the enumeration.</summary>
    public static string Of(ServiceTier tier) => Words[(int)tier];
}
