namespace TypedLlm.Catalog;

/// <summary>The fields of each object in a catalog file, to name the one that was meant. A test holds them against the schema.</summary>
internal static class CatalogFields
{
    public static readonly EquatableArray<string> File = new(["$schema", "asOf", "models", "aliases", "allow", "deny"]);

    public static readonly EquatableArray<string> Model = new(
    [
        "id", "shortNames", "snapshots", "provider", "released", "purpose", "contextWindow", "maxInputTokens", "maxOutputTokens", "capabilities",
        "efforts", "defaultEffort", "temperature", "tiers", "price", "status", "shutdownDate", "replacement",
    ]);

    public static readonly EquatableArray<string> Capabilities = new(["responses", "chat"]);

    public static readonly EquatableArray<string> EndpointCapabilities = new(
        ["streaming", "structured", "jsonMode", "tools", "image", "pdf", "batch", "background"]);

    /// <summary>Those that a method or a command may ask for, and an account be refused.</summary>
    public static readonly EquatableArray<string> Features = new(["streaming", "structured", "tools", "image", "pdf", "batch", "background"]);

    public static readonly EquatableArray<string> Tiers = new(["flex", "scale", "priority", "ultrafast"]);

    public static readonly EquatableArray<string> Price = new(
        ["input", "cachedInput", "cacheWrite", "output", "longContext", "batchMultiplier"]);

    public static readonly EquatableArray<string> LongContextPrice = new(["aboveInputTokens", "input", "cachedInput", "cacheWrite", "output"]);

    public static readonly EquatableArray<string> Replacement = new(["id", "reasoningMode"]);
}
