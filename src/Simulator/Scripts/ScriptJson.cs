using System.Text.Json;
using System.Text.Json.Serialization;

namespace TypedLlm.Simulator;

/// <summary>The words of scripts and accounts in JSON, over HTTP as in files.</summary>
internal static class ScriptJson
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };
}
