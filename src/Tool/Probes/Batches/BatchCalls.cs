using System.Text;
using System.Text.Json.Nodes;
using TypedLlm.Catalog;

namespace TypedLlm.Tool.Probes;

/// <summary>The requests that make a batch of one line.</summary>
internal static class BatchCalls
{
    /// <summary>The metadata that names the probe.</summary>
    public const string TagKey = "typedllm_probe";

    public const string CustomId = "probe";

    /// <summary>The name of an endpoint in batches, whatever the base address is.</summary>
    public static string NameOf(EndpointKind endpoint) => $"/v1/{ProbeBody.PathOf(endpoint)}";

    public static EndpointKind? KindOf(string? name) =>
        Enum.GetValues<EndpointKind>().Where(kind => NameOf(kind) == name).Select(static kind => (EndpointKind?)kind).FirstOrDefault();

    public static byte[] Line(ProbeRequest request) => Encoding.UTF8.GetBytes(LineJson(request).ToJsonString() + "\n");

    public static JsonObject LineJson(ProbeRequest request) => new()
    {
        ["custom_id"] = CustomId,
        ["method"] = "POST",
        ["url"] = NameOf(request.Endpoint),
        ["body"] = ProbeBody.Of(request),
    };

    public static JsonObject Create(EndpointKind endpoint, string fileId, string tag) => new()
    {
        ["input_file_id"] = fileId,
        ["endpoint"] = NameOf(endpoint),
        ["completion_window"] = "24h",
        ["metadata"] = new JsonObject { [TagKey] = tag },

        // What a batch writes after it was cancelled is written when nobody looks any more.
        ["output_expires_after"] = new JsonObject { ["anchor"] = "created_at", ["seconds"] = (long)Upload.ExpiresAfter.TotalSeconds },
    };
}
