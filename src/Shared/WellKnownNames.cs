namespace TypedLlm;

/// <summary>Names of the public API that the compiler parts look for.</summary>
internal static class WellKnownNames
{
    public const string LlmEndpointAttribute = "TypedLlm.LlmEndpointAttribute";

    public const string LlmAnswerAttribute = "TypedLlm.LlmAnswerAttribute";

    /// <summary>What the generated code says it was made by.</summary>
    public const string Generator = "TypedLlm.Generator";

    public const string Chain = "Chain";
    public const string Primary = "Primary";
    public const string Fallback = "Fallback";
    public const string Fallbacks = "Fallbacks";
    public const string Stream = "Stream";
    public const string NoFallback = "NoFallback";
    public const string MaxAttempts = "MaxAttempts";
}
