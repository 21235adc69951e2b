namespace TypedLlm.Tool.Probes;

/// <summary>The refusals of a model as a whole, which any probe can meet.</summary>
internal static class NoAccess
{
    /// <summary>What the service says where there is no such model; Azure says it of deployments.</summary>
    public static readonly IReadOnlyList<string> Codes = ["model_not_found", "deployment_not_found", "DeploymentNotFound"];

    public static IReadOnlyList<RecordedRefusal> RefusalsOf(ProbeTarget target) =>
    [
        new(404, DetailOf(target)) { Codes = Codes, IsNoAccess = true },
        new(403, DetailOf(target)) { Codes = Codes, IsNoAccess = true },
    ];

    private static string DetailOf(ProbeTarget target) => target.WireName == target.Id
        ? "the model does not exist for this key"
        : $"the deployment '{target.WireName}' does not exist for this key";
}
