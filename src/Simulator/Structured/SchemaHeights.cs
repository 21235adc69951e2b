using System.Text.Json;

namespace TypedLlm.Simulator;

/// <summary>How many steps the smallest value of a schema needs: what an answer goes by when it must come to an end.</summary>
internal sealed class SchemaHeights
{
    /// <summary>No value of the schema ever ends.</summary>
    public const int Endless = 1_000_000;

    private readonly Dictionary<string, int> _targets;
    private readonly bool _countsContents;

    /// <param name="references">The definitions.</param>
    /// <param name="countsContents">Whether what is in objects and lists counts, or only the way to the value itself.</param>
    public SchemaHeights(SchemaReferences references, bool countsContents = true)
    {
        _countsContents = countsContents;
        _targets = references.All.ToDictionary(reference => reference, _ => Endless, StringComparer.Ordinal);
        foreach (var circle in references.Circles)
        {
            // Heights only fall, and each round settles one more definition of the circle at least.
            var lowered = circle.Count;
            while (lowered > 0)
            {
                lowered = circle.Count(reference => Lower(references, reference));
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

        // A branch counts as a step, so that the smallest one never leads back to where it was chosen.
        var byBranch = schema.Branches().Select(branch => OneMore(Of(branch))).ToArray();
        return byBranch.Length > 0 ? byBranch.Min() : schema.Types().Select(type => OfType(schema, type)).DefaultIfEmpty().Min();
    }

    public int OfType(JsonElement schema, string type) => type switch
    {
        _ when !_countsContents => 0,
        "object" => OneMore(schema.PropertySchemas().Select(property => Of(property.Value)).DefaultIfEmpty().Max()),
        "array" => schema.Count("minItems") is > 0 ? OneMore(Of(schema.Keyword("items"))) : 0,
        _ => 0,
    };

    private bool Lower(SchemaReferences references, string reference)
    {
        var known = _targets[reference];
        var height = references.TryFind(reference, out var target) ? Of(target) : Endless;
        _targets[reference] = Math.Min(known, height);
        return height < known;
    }

    private static int OneMore(int height) => Math.Min(Endless, height + 1);
}
