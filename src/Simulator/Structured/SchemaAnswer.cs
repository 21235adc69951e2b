using System.Buffers;
using System.Text;
using System.Text.Json;

namespace TypedLlm.Simulator;

/// <summary>
/// Writes a value that fits a schema, keys in the schema's order, until there is no room any more. A schema that was not judged as
/// strict may say what this does not know; then the value fits what is known.
/// </summary>
internal sealed class SchemaAnswer
{
    /// <summary>From this level on, the smallest branch is taken and lists are as short as they may be.</summary>
    private const int SmallFrom = 5;

    /// <summary>Branches of branches beyond this are a circle, which only a schema can have that was not judged.</summary>
    private const int MaxBranches = 10_000;

    private static readonly JsonWriterOptions WriterOptions = WireJson.WriterOptions with { MaxDepth = int.MaxValue };

    private readonly Random _random;
    private readonly SchemaReferences _references;
    private readonly SchemaHeights _heights;
    private readonly Utf8JsonWriter _json;
    private readonly int _maxBytes;

    private SchemaAnswer(JsonElement root, Random random, Utf8JsonWriter json, int maxBytes)
    {
        _random = random;
        _json = json;
        _maxBytes = maxBytes;
        _references = new SchemaReferences(root);
        _heights = new SchemaHeights(_references);
    }

    private int BytesLeft => (int)Math.Max(0, _maxBytes - _json.BytesCommitted - _json.BytesPending);

    /// <returns>The value, or its start if it has more than <paramref name="maxBytes"/> bytes: that many at least.</returns>
    public static string Write(JsonElement schema, Random random, int maxBytes)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, WriterOptions))
        {
            new SchemaAnswer(schema, random, json, maxBytes).WriteValue(schema);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Values may nest deeper than calls can, so what is open is kept in a stack.</summary>
    private void WriteValue(JsonElement root)
    {
        var open = new Stack<IEnumerator<JsonElement>>();
        open.Push(PartsOf(root, 0).GetEnumerator());
        while (BytesLeft > 0 && open.TryPeek(out var parts))
        {
            if (parts.MoveNext())
            {
                open.Push(PartsOf(parts.Current, open.Count).GetEnumerator());
            }
            else
            {
                open.Pop();
            }
        }
    }

    /// <summary>Writes a value as far as it has no parts, and hands out the schemas of its parts where they belong.</summary>
    private IEnumerable<JsonElement> PartsOf(JsonElement given, int level)
    {
        var schema = Settle(given, level);
        if (schema.AllowedValues() is { Count: > 0 } values)
        {
            values[_random.Next(values.Count)].WriteTo(_json);
            return [];
        }

        var isCircle = schema.Branches().Any() || SchemaReferences.IsReference(schema, out _);
        switch (isCircle ? "null" : Choose(TypesOf(schema), level, type => _heights.OfType(schema, type)))
        {
            case "object":
                return Properties(schema);
            case "array":
                return Items(schema, ItemCount(schema, level));
            case "string":
                _json.WriteStringValue(StringSample.Of(schema, _random, BytesLeft));
                return [];
            case "integer":
                _json.WriteRawValue(NumberSample.Of(schema, isInteger: true, _random));
                return [];
            case "number":
                _json.WriteRawValue(NumberSample.Of(schema, isInteger: false, _random));
                return [];
            case "boolean":
                _json.WriteBooleanValue(_random.Next(2) == 1);
                return [];
            default:
                _json.WriteNullValue();
                return [];
        }
    }

    /// <summary>Follows references and branches to the schema that describes the value.</summary>
    private JsonElement Settle(JsonElement schema, int level)
    {
        schema = _references.Resolve(schema);
        for (var hops = 0; hops < MaxBranches && schema.AllowedValues().Count == 0 && schema.Branches().ToArray() is { Length: > 0 } branches; hops++)
        {
            schema = _references.Resolve(Choose(branches, level + hops, _heights.Of));
        }

        return schema;
    }

    private IEnumerable<JsonElement> Properties(JsonElement schema)
    {
        _json.WriteStartObject();
        foreach (var property in schema.PropertySchemas())
        {
            _json.WritePropertyName(property.Name);
            yield return property.Value;
        }

        _json.WriteEndObject();
    }

    private IEnumerable<JsonElement> Items(JsonElement schema, long count)
    {
        _json.WriteStartArray();
        for (var items = schema.Keyword("items"); count > 0; count--)
        {
            yield return items;
        }

        _json.WriteEndArray();
    }

    private long ItemCount(JsonElement schema, int level)
    {
        var least = schema.Count("minItems") ?? 0;
        var most = Math.Max(least, schema.Count("maxItems") ?? Math.Max(3, least + 2));
        if (level >= SmallFrom || _heights.Of(schema.Keyword("items")) >= SchemaHeights.Endless)
        {
            return least;
        }

        // An empty list is allowed but shows nothing.
        return _random.NextInt64(Math.Max(least, Math.Min(1, most)), Math.Min(most, Math.Max(least, 3) + 1) + 1);
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
