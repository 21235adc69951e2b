using System.Text.Json;

namespace TypedLlm.Simulator;

/// <summary>How deep objects and lists nest in a schema. What refers to itself does not nest any deeper by that.</summary>
internal sealed class SchemaDepth(SchemaReferences references)
{
    private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal) { [SchemaReferences.RootReference] = 0 };

    /// <summary>The levels below the root.</summary>
    public int Of(JsonElement root) => Height(root) - 1;

    private int Height(JsonElement schema)
    {
        if (SchemaReferences.IsReference(schema, out var reference))
        {
            return HeightOfTarget(reference);
        }

        var own = schema.Types().Any(type => type is "object" or "array") ? 1 : 0;
        var inner = schema.PropertySchemas().Select(property => property.Value).Append(schema.Keyword("items"))
            .Where(child => child.ValueKind is JsonValueKind.Object).Select(Height).DefaultIfEmpty().Max();
        return Math.Max(own + inner, schema.Branches().Select(Height).DefaultIfEmpty().Max());
    }

    private int HeightOfTarget(string reference)
    {
        if (_known.TryGetValue(reference, out var height))
        {
            return height;
        }

        _known[reference] = 0;
        return references.TryFind(reference, out var target) ? _known[reference] = Height(target) : 0;
    }
}
