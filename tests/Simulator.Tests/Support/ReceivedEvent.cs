using System.Text.Json;

namespace TypedLlm.Simulator.Tests;

/// <summary>An event as a client reads it with the platform's own reader.</summary>
public sealed record ReceivedEvent(string Type, string Data, string? Id)
{
    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Data);

    public int Number => Json.GetProperty("sequence_number").GetInt32();

    public string Delta => Json.GetProperty("delta").GetString()!;

    public JsonElement Response => Json.GetProperty("response");

    public static async Task<IReadOnlyList<ReceivedEvent>> ReadAllAsync(Stream stream)
    {
        using var reader = new EventReader(stream);
        return await reader.RestAsync();
    }

    public static string TextOf(IEnumerable<ReceivedEvent> events) =>
        string.Concat(events.Where(next => next.Type == "response.output_text.delta").Select(next => next.Delta));
}
