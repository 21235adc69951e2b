using System.Text.Json;

namespace TypedLlm.Simulator;

/// <summary>How deep objects and lists nest in a schema. What refers to itself, even by others, does not nest any deeper by that.</summary>
internal sealed class SchemaDepth
{
    private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal);

    private SchemaDepth(SchemaReferences references)
    {
        foreach (var circle in references.Circles)
        {
            // Within a circle, what is not known yet counts nothing.
            var height = circle.Max(reference => references.TryFind(reference, out var target) ? Height(target) : 0);
            foreach (var reference in circle)
            {
                _known[reference] = height;
            }
        }
    }

    /// <summary>The levels below the root.</summary>
    public static int Of(SchemaReferences references) => new SchemaDepth(references)._known[SchemaReferences.RootReference] - 1;

    private int Height(JsonElement schema)
    {
        if (SchemaReferences.IsReference(schema, out var reference))
        {
            return _known.GetValueOrDefault(reference);
        }

        var own = schema.Types().Any(type => type is "object" or "array") ? 1 : 0;
        var inner = schema.PropertySchemas().Select(property => property.Value).Append(schema.Keyword("items"))
            .Where(child => child.ValueKind is JsonValueKind.Object).Select(Height).DefaultIfEmpty().Max();
        return Math.Max(own + inner, schema.Branches().Select(Height).DefaultIfEmpty().Max());
    }
}
