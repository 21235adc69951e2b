using System.Text.Json;

namespace TypedLlm.Simulator;

/// <summary>How many levels the smallest value of a schema needs: what an answer goes by when it must come to an end.</summary>
internal sealed class SchemaHeights
{
    /// <summary>No value of the schema ever ends.</summary>
    public const int Endless = 1_000_000;

    private readonly Dictionary<string, int> _targets;

    public SchemaHeights(SchemaReferences references)
    {
        _targets = references.All.ToDictionary(reference => reference, _ => Endless, StringComparer.Ordinal);

        // Heights only fall, and each round settles one more definition at least.
        for (var isSettled = false; !isSettled;)
        {
            isSettled = true;
            foreach (var reference in references.All)
            {
                if (references.TryFind(reference, out var target) && Of(target) is var height && height < _targets[reference])
                {
                    _targets[reference] = height;
                    isSettled = false;
                }
            }
        }
    }

    public int Of(JsonElement schema)
    {
        if (SchemaReferences.IsReference(schema, out var reference))
        {
            return _targets.GetValueOrDefault(reference, Endless);
        }

        if (schema.AllowedValues().Count > 0)
        {
            return 0;
        }

        var byType = schema.Types().Select(type => OfType(schema, type));
        return byType.Concat(schema.Branches().Select(Of)).DefaultIfEmpty().Min();
    }

    public int OfType(JsonElement schema, string type) => type switch
    {
        "object" => OneMore(schema.PropertySchemas().Select(property => Of(property.Value)).DefaultIfEmpty().Max()),
        "array" => schema.Count("minItems") is > 0 ? OneMore(Of(schema.Keyword("items"))) : 0,
        _ => 0,
    };

    private static int OneMore(int height) => Math.Min(Endless, height + 1);
}
