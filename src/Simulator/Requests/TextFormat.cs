using System.Text.Json;

namespace TypedLlm.Simulator;

/// <summary>The form that a request asks of the answer.</summary>
/// <param name="Kind">The word of the wire.</param>
internal sealed record TextFormat(string Kind)
{
    public const string JsonObject = "json_object";

    public const string JsonSchema = "json_schema";

    public static TextFormat Plain { get; } = new("text");

    public string? Name { get; init; }

    public string? Description { get; init; }

    /// <summary>The schema of the answer; null if it follows none.</summary>
    public JsonElement? Schema { get; init; }

    /// <summary>Whether the answer must follow the schema. The service says so even where the request leaves it out.</summary>
    public bool Strict { get; init; } = true;
}
