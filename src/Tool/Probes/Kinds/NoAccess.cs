namespace TypedLlm.Tool.Probes;

/// <summary>The refusals of a model as a whole, which any probe can meet.</summary>
internal static class NoAccess
{
    private const string Detail = "the model does not exist for this key";

    public static readonly IReadOnlyList<RecordedRefusal> Refusals =
    [
        new(404, Detail) { Codes = ["model_not_found"], IsNoAccess = true },
        new(403, Detail) { Codes = ["model_not_found"], IsNoAccess = true },
    ];
}
