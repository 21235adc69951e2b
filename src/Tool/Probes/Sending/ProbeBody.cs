using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using TypedLlm.Catalog;

namespace TypedLlm.Tool.Probes;

/// <summary>The smallest requests that the service takes.</summary>
internal static class ProbeBody
{
    /// <summary>The least that Responses accepts.</summary>
    public const int FewTokens = 16;

    private const string Question = "Answer with the word ok.";

    /// <summary>A request whose answer is not kept at the provider.</summary>
    /// <param name="request">The probe.</param>
    /// <param name="part">A part beside the question; null for none.</param>
    /// <param name="maxTokens">The limit of the answer.</param>
    public static JsonObject Of(ProbeRequest request, JsonObject? part = null, int maxTokens = FewTokens) => request.Endpoint == EndpointKind.Chat
        ? new JsonObject
        {
            ["model"] = request.Target.WireName,
            ["messages"] = new JsonArray(new JsonObject { ["role"] = "user", ["content"] = Content(part, "text") }),
            ["max_completion_tokens"] = maxTokens,
        }
        : new JsonObject
        {
            ["model"] = request.Target.WireName,
            ["input"] = part is null ? Question : new JsonArray(new JsonObject { ["role"] = "user", ["content"] = Content(part, "input_text") }),
            ["max_output_tokens"] = maxTokens,
            ["store"] = false,
        };

    public static string PathOf(EndpointKind endpoint) => endpoint == EndpointKind.Chat ? "chat/completions" : "responses";

    public static HttpContent Json(JsonObject body) =>
        new StringContent(body.ToJsonString(), Encoding.UTF8, new MediaTypeHeaderValue("application/json"));

    private static JsonNode Content(JsonObject? part, string textType) => part is null
        ? Question
        : new JsonArray(part, new JsonObject { ["type"] = textType, ["text"] = Question });
}
