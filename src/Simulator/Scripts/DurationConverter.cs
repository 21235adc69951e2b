using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TypedLlm.Simulator;

/// <summary>Reads the durations of scripts: those that a timer can wait for, and the one that never ends.</summary>
internal sealed class DurationConverter : JsonConverter<TimeSpan>
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(40);

    public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String
        && reader.GetString() is var text
        && text!.Contains(':', StringComparison.Ordinal) // A number by itself would be days.
        && TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var duration)
        && ((duration >= TimeSpan.Zero && duration <= Longest) || duration == Timeout.InfiniteTimeSpan)
            ? duration
            : throw new ScriptValueException("a duration is written like 00:00:30 or 1.12:00:00, from none to 40 days; -00:00:00.001 is for ever.");

    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString("c", CultureInfo.InvariantCulture));
}
