using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;

namespace TypedLlm.Simulator.Tests.Structured;

/// <summary>Whether a value fits a strict schema, judged without the simulator's own code.</summary>
internal static class SchemaFit
{
    public static string? Problem(JsonElement root, JsonElement value) => Problem(root, root, value, "$");

    private static string? Problem(JsonElement root, JsonElement schema, JsonElement value, string path)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            var target = root;
            foreach (var step in reference.GetString()!.Split('/').Skip(1))
            {
                target = target.GetProperty(step);
            }

            return Problem(root, target, value, path);
        }

        if (schema.TryGetProperty("anyOf", out var branches))
        {
            return branches.EnumerateArray().Any(branch => Problem(root, branch, value, path) is null) ? null : $"{path} fits no branch";
        }

        if (schema.TryGetProperty("const", out var constant) && !JsonElement.DeepEquals(constant, value))
        {
            return $"{path} is not the constant";
        }

        if (schema.TryGetProperty("enum", out var allowed) && !allowed.EnumerateArray().Any(choice => JsonElement.DeepEquals(choice, value)))
        {
            return $"{path} is not in the enum";
        }

        var types = schema.GetProperty("type") is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray().ToArray() : [schema.GetProperty("type")];
        if (!types.Any(type => IsOfType(value, type.GetString()!)))
        {
            return $"{path} is a {value.ValueKind}";
        }

        return value.ValueKind switch
        {
            JsonValueKind.Object => OfObject(root, schema, value, path),
            JsonValueKind.Array => OfArray(root, schema, value, path),
            JsonValueKind.Number => OfNumber(schema, value.GetDouble(), path),
            JsonValueKind.String => OfString(schema, value.GetString()!, path),
            _ => null,
        };
    }

    private static bool IsOfType(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind is JsonValueKind.Object,
        "array" => value.ValueKind is JsonValueKind.Array,
        "string" => value.ValueKind is JsonValueKind.String,
        "number" => value.ValueKind is JsonValueKind.Number,
        "integer" => value.ValueKind is JsonValueKind.Number && value.TryGetInt64(out _),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        _ => value.ValueKind is JsonValueKind.Null,
    };

    private static string? OfObject(JsonElement root, JsonElement schema, JsonElement value, string path)
    {
        var properties = schema.GetProperty("properties").EnumerateObject().ToArray();
        var given = value.EnumerateObject().ToArray();
        return given.Select(property => property.Name).SequenceEqual(properties.Select(property => property.Name))
            ? properties.Zip(given).Select(pair => Problem(root, pair.First.Value, pair.Second.Value, $"{path}.{pair.First.Name}"))
                .FirstOrDefault(problem => problem is not null)
            : $"{path} has other keys";
    }

    private static string? OfArray(JsonElement root, JsonElement schema, JsonElement value, string path)
    {
        var count = value.GetArrayLength();
        if (count < Limit(schema, "minItems", 0) || count > Limit(schema, "maxItems", int.MaxValue))
        {
            return $"{path} has {count} items";
        }

        return value.EnumerateArray().Select((item, i) => Problem(root, schema.GetProperty("items"), item, $"{path}[{i}]"))
            .FirstOrDefault(problem => problem is not null);
    }

    private static string? OfNumber(JsonElement schema, double number, string path)
    {
        var isWithin = number >= Limit(schema, "minimum", double.NegativeInfinity) && number > Limit(schema, "exclusiveMinimum", double.NegativeInfinity)
            && number <= Limit(schema, "maximum", double.PositiveInfinity) && number < Limit(schema, "exclusiveMaximum", double.PositiveInfinity);
        var step = Limit(schema, "multipleOf", 0);
        return !isWithin ? $"{path} is {number}" : step > 0 && Math.Abs(Math.IEEERemainder(number, step)) > 1e-9 ? $"{path} is no multiple" : null;
    }

    private static string? OfString(JsonElement schema, string text, string path)
    {
        if (text.Length < Limit(schema, "minLength", 0) || text.Length > Limit(schema, "maxLength", int.MaxValue))
        {
            return $"{path} has {text.Length} characters";
        }

        if (schema.TryGetProperty("pattern", out var pattern) && !Regex.IsMatch(text, pattern.GetString()!, RegexOptions.None, TimeSpan.FromSeconds(10)))
        {
            return $"{path} does not match";
        }

        return !schema.TryGetProperty("format", out var format) || IsOfFormat(format.GetString()!, text) ? null : $"{path} is no {format}: {text}";
    }

    private static bool IsOfFormat(string format, string text) => format switch
    {
        "date-time" => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _) && text.Contains('T', StringComparison.Ordinal),
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", out _),
        "time" => Regex.IsMatch(text, @"^\d{2}:\d{2}:\d{2}Z$"),
        "duration" => XmlConvert.ToTimeSpan(text) > TimeSpan.Zero,
        "email" => Regex.IsMatch(text, @"^[a-z]+@[a-z.]+$"),
        "hostname" => Uri.CheckHostName(text) is UriHostNameType.Dns,
        "ipv4" => IPAddress.TryParse(text, out var four) && four.AddressFamily is System.Net.Sockets.AddressFamily.InterNetwork,
        "ipv6" => IPAddress.TryParse(text, out var six) && six.AddressFamily is System.Net.Sockets.AddressFamily.InterNetworkV6,
        _ => Guid.TryParseExact(text, "D", out _),
    };

    private static double Limit(JsonElement schema, string name, double otherwise) => schema.TryGetProperty(name, out var value) ? value.GetDouble() : otherwise;
}
