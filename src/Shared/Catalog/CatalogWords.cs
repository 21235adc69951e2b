namespace TypedLlm.Catalog;

/// <summary>The words of a catalog file, in the order of the values that they stand for.</summary>
internal static class CatalogWords
{
    /// <summary>The reasoning efforts that the service knows, from least to most.</summary>
    public static readonly EquatableArray<string> Efforts = new(["none", "minimal", "low", "medium", "high", "xhigh", "max"]);

    /// <summary>One for each <see cref="ModelPurpose"/>.</summary>
    public static readonly EquatableArray<string> Purposes = new(["general", "chat", "codex", "pro", "research"]);

    /// <summary>One for each <see cref="ModelStatus"/>.</summary>
    public static readonly EquatableArray<string> Statuses = new(["active", "deprecated", "shutDown"]);

    /// <summary>One for each <see cref="TemperatureRule"/>.</summary>
    public static readonly EquatableArray<string> TemperatureRules = new(["allowed", "rejected", "withEffortNone", "notWithDefaultEffort"]);
}
