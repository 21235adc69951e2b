using System.Globalization;
using System.Text.Json;

namespace TypedLlm.Simulator;

/// <summary>A text that keeps the format, the pattern and the length of a schema.</summary>
internal static class StringSample
{
    private static readonly DateTimeOffset Epoch = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static string Of(JsonElement schema, Random random)
    {
        if (schema.Keyword("format") is { ValueKind: JsonValueKind.String } format && OfFormat(format.GetString()!, random) is { } formatted)
        {
            return formatted;
        }

        if (schema.Keyword("pattern") is { ValueKind: JsonValueKind.String } pattern
            && PatternSample.TryWrite(pattern.GetString()!, random, out var matching))
        {
            return matching;
        }

        return Fit(SeededProse.Words(random, random.Next(2, 6)), schema.Count("minLength") ?? 0, schema.Count("maxLength"), random);
    }

    private static string Fit(string text, int least, int? most, Random random)
    {
        while (text.Length < least)
        {
            text += $" {SeededProse.Words(random, 3)}";
        }

        return most < text.Length ? text[..most.Value] : text;
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
