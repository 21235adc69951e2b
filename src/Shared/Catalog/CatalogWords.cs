namespace TypedLlm.Catalog;

/// <summary>The words of a catalog file and what they stand for.</summary>
internal static class CatalogWords
{
    /// <summary>The reasoning efforts that the service knows, from least to most.</summary>
    public static readonly EquatableArray<string> Efforts = new(["none", "minimal", "low", "medium", "high", "xhigh", "max"]);

    public static readonly IReadOnlyList<KeyValuePair<string, ModelPurpose>> Purposes =
    [
        new("general", ModelPurpose.General),
        new("chat", ModelPurpose.Chat),
        new("codex", ModelPurpose.Codex),
        new("pro", ModelPurpose.Pro),
        new("research", ModelPurpose.Research),
    ];

    public static readonly IReadOnlyList<KeyValuePair<string, ModelStatus>> Statuses =
    [
        new("active", ModelStatus.Active),
        new("deprecated", ModelStatus.Deprecated),
        new("shutDown", ModelStatus.ShutDown),
    ];

    public static readonly IReadOnlyList<KeyValuePair<string, TemperatureRule>> TemperatureRules =
    [
        new("allowed", TemperatureRule.Allowed),
        new("rejected", TemperatureRule.Rejected),
        new("withEffortNone", TemperatureRule.WithEffortNone),
        new("notWithDefaultEffort", TemperatureRule.NotWithDefaultEffort),
    ];
}
