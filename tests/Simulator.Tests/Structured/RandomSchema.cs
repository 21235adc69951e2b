using System.Text.Json;
using System.Text.Json.Nodes;

namespace TypedLlm.Simulator.Tests.Structured;

/// <summary>Strict schemas of every kind, from a seed.</summary>
internal sealed class RandomSchema(int seed)
{
    private const int Definitions = 3;
    private static readonly string[] Formats = ["date-time", "time", "date", "duration", "email", "hostname", "ipv4", "ipv6", "uuid"];
    private static readonly string[] Patterns = ["^[a-z]{2,5}$", "^\\d{4}-\\d{2}$", "^(yes|no)$", "[A-Z]+", "^\\w+\\.\\w{3}$"];
    private readonly Random _random = new(seed);
    private int _names;

    public string Write()
    {
        var root = Object(0);
        var definitions = new JsonObject();
        for (var i = 0; i < Definitions; i++)
        {
            definitions[$"D{i}"] = Object(3);
        }

        root["$defs"] = definitions;
        return root.ToJsonString(new JsonSerializerOptions { MaxDepth = 128 });
    }

    private JsonObject Object(int level)
    {
        var properties = new JsonObject();
        for (var left = _random.Next(1, 5); left > 0; left--)
        {
            properties[$"p{_names++}"] = Any(level + 1);
        }

        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = new JsonArray([.. properties.Select(property => (JsonNode)property.Key)]),
            ["additionalProperties"] = false,
        };
    }

    private JsonObject Any(int level) => _random.Next(level < 5 ? 11 : 7) switch
    {
        0 => new JsonObject { ["type"] = "boolean" },
        1 => Number("integer"),
        2 => Number("number"),
        3 => Text(),
        4 => new JsonObject { ["type"] = "string", ["enum"] = new JsonArray("a", "b", "ü") },
        5 => new JsonObject { ["type"] = "integer", ["const"] = 7 },
        6 => new JsonObject { ["type"] = new JsonArray("string", "null") },
        7 => Object(level),
        8 => List(level),
        9 => new JsonObject { ["anyOf"] = new JsonArray(Reference(), new JsonObject { ["type"] = "null" }) },
        _ => new JsonObject { ["anyOf"] = new JsonArray(Object(level), Object(level), new JsonObject { ["type"] = "string" }) },
    };

    private JsonObject List(int level)
    {
        var list = new JsonObject { ["type"] = "array", ["items"] = _random.Next(3) == 0 ? Reference() : Any(level + 1) };
        var isReference = ((JsonObject)list["items"]!).ContainsKey("$ref");
        var least = isReference ? 0 : _random.Next(0, 4);
        if (_random.Next(2) == 0)
        {
            list["minItems"] = least;
        }

        if (_random.Next(2) == 0)
        {
            list["maxItems"] = least + _random.Next(0, 3);
        }

        return list;
    }

    private JsonObject Reference() => new() { ["$ref"] = $"#/$defs/D{_random.Next(Definitions)}" };

    private JsonObject Text() => _random.Next(4) switch
    {
        0 => new JsonObject { ["type"] = "string", ["format"] = Formats[_random.Next(Formats.Length)] },
        1 => new JsonObject { ["type"] = "string", ["pattern"] = Patterns[_random.Next(Patterns.Length)] },
        2 => new JsonObject { ["type"] = "string", ["minLength"] = _random.Next(0, 30), ["maxLength"] = _random.Next(30, 60) },
        _ => new JsonObject { ["type"] = "string" },
    };

    private JsonObject Number(string type)
    {
        var schema = new JsonObject { ["type"] = type };
        var least = _random.Next(-1_000, 1_000);
        if (_random.Next(2) == 0)
        {
            schema[_random.Next(2) == 0 ? "minimum" : "exclusiveMinimum"] = least;
        }

        if (_random.Next(2) == 0)
        {
            schema[_random.Next(2) == 0 ? "maximum" : "exclusiveMaximum"] = least + _random.Next(20, 200);
        }

        if (_random.Next(3) == 0)
        {
            schema["multipleOf"] = type == "integer" ? _random.Next(1, 9) : 0.25;
        }

        return schema;
    }
}
