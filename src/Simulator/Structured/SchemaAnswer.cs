using System.Buffers;
using System.Text;
using System.Text.Json;

namespace TypedLlm.Simulator;

/// <summary>
/// Writes a value that fits a schema, keys in the schema's order. A schema that was not judged as strict may say what this does not
/// know; then the value fits what is known.
/// </summary>
internal sealed class SchemaAnswer
{
    /// <summary>From this level on, the smallest branch is taken and lists are as short as they may be.</summary>
    private const int SmallFrom = 5;

    /// <summary>A schema whose values never end is cut here; the service would cut it at the output limit.</summary>
    private const int MaxLevels = 40;

    private readonly Random _random;
    private readonly SchemaReferences _references;
    private readonly SchemaHeights _heights;
    private readonly Utf8JsonWriter _json;

    private SchemaAnswer(JsonElement root, Random random, Utf8JsonWriter json)
    {
        _random = random;
        _json = json;
        _references = new SchemaReferences(root);
        _heights = new SchemaHeights(_references);
    }

    public static string Write(JsonElement schema, Random random)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, WireJson.WriterOptions))
        {
            new SchemaAnswer(schema, random, json).WriteValue(schema, 0);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private void WriteValue(JsonElement given, int level)
    {
        var schema = _references.Resolve(given);
        if (level > MaxLevels)
        {
            _json.WriteNullValue();
        }
        else if (schema.AllowedValues() is { Count: > 0 } values)
        {
            values[_random.Next(values.Count)].WriteTo(_json);
        }
        else if (schema.Branches().ToArray() is { Length: > 0 } branches)
        {
            WriteValue(Choose(branches, level, _heights.Of), level);
        }
        else
        {
            WriteType(schema, Choose(TypesOf(schema), level, type => _heights.OfType(schema, type)), level);
        }
    }

    private void WriteType(JsonElement schema, string type, int level)
    {
        switch (type)
        {
            case "object":
                _json.WriteStartObject();
                foreach (var property in schema.PropertySchemas())
                {
                    _json.WritePropertyName(property.Name);
                    WriteValue(property.Value, level + 1);
                }

                _json.WriteEndObject();
                break;
            case "array":
                _json.WriteStartArray();
                for (var left = ItemCount(schema, level); left > 0; left--)
                {
                    WriteValue(schema.Keyword("items"), level + 1);
                }

                _json.WriteEndArray();
                break;
            case "string":
                _json.WriteStringValue(StringSample.Of(schema, _random));
                break;
            case "integer" or "number":
                _json.WriteNumberValue(NumberSample.Of(schema, isInteger: type == "integer", _random));
                break;
            case "boolean":
                _json.WriteBooleanValue(_random.Next(2) == 1);
                break;
            default:
                _json.WriteNullValue();
                break;
        }
    }

    private int ItemCount(JsonElement schema, int level)
    {
        var least = schema.Count("minItems") ?? 0;
        var most = Math.Max(least, schema.Count("maxItems") ?? Math.Max(3, least + 2));
        if (level >= SmallFrom || _heights.Of(schema.Keyword("items")) >= SchemaHeights.Endless)
        {
            return least;
        }

        // An empty list is allowed but shows nothing.
        return _random.Next(Math.Max(least, Math.Min(1, most)), Math.Min(most, Math.Max(least, 3) + 1) + 1);
    }

    private T Choose<T>(T[] choices, int level, Func<T, int> height)
    {
        var possible = choices.Where(choice => height(choice) < SchemaHeights.Endless).ToArray();
        return (level >= SmallFrom, possible) switch
        {
            (_, []) => choices[0],
            (true, _) => possible.MinBy(height)!,
            _ => possible[_random.Next(possible.Length)],
        };
    }

    private static string[] TypesOf(JsonElement schema)
    {
        var types = schema.Types().ToArray();
        return types.Length > 0 ? types
            : schema.Keyword("properties").ValueKind is JsonValueKind.Object ? ["object"]
            : schema.Keyword("items").ValueKind is JsonValueKind.Object ? ["array"]
            : ["string"];
    }
}
