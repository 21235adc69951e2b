using System.Globalization;
using System.Text;
using System.Text.Json;

namespace TypedLlm.Simulator;

/// <summary>A text that keeps the format, the pattern and the length of a schema.</summary>
internal static class StringSample
{
    private static readonly DateTimeOffset Epoch = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="schema">The schema of the text.</param>
    /// <param name="random">Where chance comes from.</param>
    /// <param name="limit">How many characters there is room for; a longer text is cut there.</param>
    public static string Of(JsonElement schema, Random random, int limit)
    {
        var (least, most) = (schema.Count("minLength") ?? 0, schema.Count("maxLength"));
        if (schema.Keyword("format") is { ValueKind: JsonValueKind.String } format && OfFormat(format.GetString()!, random) is { } formatted)
        {
            return formatted;
        }

        if (schema.Keyword("pattern") is { ValueKind: JsonValueKind.String } pattern
            && PatternSample.TryWrite(pattern.GetString()!, random, least, most ?? long.MaxValue, limit) is { } matching)
        {
            return matching;
        }

        return Fit(SeededProse.Words(random, random.Next(2, 6)), (int)Math.Min(least, limit), (int)Math.Min(most ?? limit, limit), random);
    }

    private static string Fit(string words, int least, int most, Random random)
    {
        var text = new StringBuilder(words);
        while (text.Length < least)
        {
            text.Append(' ').Append(SeededProse.Words(random, 3));
        }

        return text.ToString(0, Math.Min(text.Length, most));
    }

    private static string? OfFormat(string format, Random random)
    {
        var moment = Epoch.AddSeconds(random.Next(365 * 24 * 3600));
        var name = SeededProse.Name(random);
        return format switch
        {
            "date-time" => moment.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            "date" => moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            "time" => moment.ToString("HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            "duration" => string.Create(CultureInfo.InvariantCulture, $"P{random.Next(1, 30)}DT{random.Next(24)}H{random.Next(60)}M"),
            "email" => $"{name}@example.com",
            "hostname" => $"{name}.example.com",
            "ipv4" => string.Create(CultureInfo.InvariantCulture, $"192.0.2.{random.Next(1, 255)}"),
            "ipv6" => $"2001:db8::{random.Next(1, 0xffff):x}",
            "uuid" => Uuid(random),
            _ => null,
        };
    }

    private static string Uuid(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }
}
