namespace TypedLlm.TypedAnswers;

/// <summary>
/// How deep objects and lists nest in a schema below its root, as the service counts: through references, and what refers to itself, even by
/// others, no deeper by that.
/// </summary>
internal sealed class SchemaDepth
{
    private const string Root = "#";

    // Far beyond what the service takes, which is reported; here only the stack counts.
    private const int Deepest = 100;

    private readonly SchemaReferences _references;
    private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal);
    private readonly HashSet<string> _met = new(StringComparer.Ordinal);

    private SchemaDepth(SchemaReferences references) => _references = references;

    public static int Of(AnswerShape answer)
    {
        var references = new SchemaReferences(answer);
        var depth = new SchemaDepth(references);
        var targets = new Dictionary<string, NamedShape>(StringComparer.Ordinal);
        var graph = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var (_, shape) in references.Definitions)
        {
            targets.Add(references.Find(shape)!, shape);
        }

        foreach (var target in targets)
        {
            graph.Add(target.Key, depth.ReferencesIn(() => depth.Height(target.Value, 0)));
        }

        graph.Add(Root, depth.ReferencesIn(() => depth.RootHeight(answer)));
        foreach (var circle in ReferenceCircles.Of(graph))
        {
            // Within a circle, what is not known yet counts nothing.
            var height = 0;
            foreach (var reference in circle)
            {
                height = Math.Max(height, reference == Root ? depth.RootHeight(answer) : depth.Height(targets[reference], 0));
            }

            foreach (var reference in circle)
            {
                depth._known[reference] = height;
            }
        }

        return depth._known[Root] - 1;
    }

    private string[] ReferencesIn(Func<int> measure)
    {
        _met.Clear();
        measure();
        return [.. _met];
    }

    private int RootHeight(AnswerShape answer) => RootWrapper.Of(answer) is null ? Height(_references.Shape(answer.Root.Name!), 0) : 1 + Height(answer.Root, 1);

    private int Height(TypeUse use, int level)
    {
        switch (use.Kind)
        {
            case TypeKind.Named:
                return HeightOfUse(_references.Shape(use.Name!), level);
            case TypeKind.List:
                return 1 + Height(use.Element!, level + 1);
            case TypeKind.Dictionary:
                return 2 + Math.Max(Height(use.Key!, level + 2), Height(use.Element!, level + 2));
            default:
                return 0;
        }
    }

    private int Height(NamedShape shape, int level)
    {
        if (level > Deepest)
        {
            return 0;
        }

        var inner = 0;
        switch (shape)
        {
            case ObjectShape item:
                foreach (var member in item.Members)
                {
                    inner = Math.Max(inner, Height(member.Use, level + 1));
                }

                return 1 + inner;
            case UnionShape family:
                foreach (var item in family.Cases)
                {
                    inner = Math.Max(inner, HeightOfUse(_references.Case(item), level + 1));
                }

                return 1 + inner;
            default:
                return 0;
        }
    }

    private int HeightOfUse(NamedShape shape, int level)
    {
        if (_references.Find(shape) is not { } reference)
        {
            return Height(shape, level);
        }

        _met.Add(reference);
        return _known.TryGetValue(reference, out var height) ? height : 0;
    }
}
