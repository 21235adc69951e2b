using TypedLlm.Endpoints;

namespace TypedLlm.TypedAnswers;

/// <summary>Decides which types stand in <c>$defs</c>: those that are used more than once, and so all that reach themselves.</summary>
internal sealed class SchemaReferences
{
    private readonly Dictionary<string, NamedShape> _shapes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _uses = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _references = new(StringComparer.Ordinal);
    private readonly HashSet<string> _families = new(StringComparer.Ordinal);
    private readonly List<(string Name, NamedShape Shape)> _definitions = [];

    public SchemaReferences(AnswerShape answer)
    {
        foreach (var type in answer.Types)
        {
            if (type is UnionShape)
            {
                _families.Add(type.Type);
            }
        }

        Count(answer.Root);
        foreach (var type in answer.Types)
        {
            _shapes.Add(KeyOf(type), type);
            CountIn(type);
        }

        Define(answer);
    }

    public IReadOnlyList<(string Name, NamedShape Shape)> Definitions => _definitions;

    public NamedShape Shape(string type) => _shapes[type];

    /// <summary>Where the shape is defined; null if it is used once and stands there.</summary>
    public string? Find(NamedShape shape) => _references.TryGetValue(KeyOf(shape), out var reference) ? reference : null;

    /// <summary>The object of a type of a family.</summary>
    public NamedShape Case(UnionCase item) => _shapes[KeyOfCase(item.Type)];

    private void Define(AnswerShape answer)
    {
        var names = new UniqueNames();
        foreach (var type in answer.Types)
        {
            var key = KeyOf(type);
            if (_uses[key] < 2)
            {
                continue;
            }

            if (RootWrapper.Of(answer) is null && type.Type == answer.Root.Name)
            {
                _references.Add(key, "#");
                continue;
            }

            var name = names.Take(IsShared(answer, type) ? Qualified(type.Type) : type.Name);
            _references.Add(key, "#/$defs/" + name);
            _definitions.Add((name, type));
        }
    }

    // A type may stand for a family and, as a type of one, for itself.
    private string KeyOf(NamedShape shape) => shape is ObjectShape ? KeyOfCase(shape.Type) : shape.Type;

    private string KeyOfCase(string type) => _families.Contains(type) ? type + " itself" : type;

    private void CountIn(NamedShape type)
    {
        switch (type)
        {
            case ObjectShape shape:
                foreach (var member in shape.Members)
                {
                    Count(member.Use);
                }

                break;
            case UnionShape shape:
                foreach (var item in shape.Cases)
                {
                    Count(KeyOfCase(item.Type));
                }

                break;
        }
    }

    private void Count(TypeUse use)
    {
        if (use.Name is { } name)
        {
            Count(name);
        }

        if (use.Key is { } key)
        {
            Count(key);
        }

        if (use.Element is { } element)
        {
            Count(element);
        }
    }

    private void Count(string name) => _uses[name] = (_uses.TryGetValue(name, out var uses) ? uses : 0) + 1;

    private static bool IsShared(AnswerShape answer, NamedShape type)
    {
        foreach (var other in answer.Types)
        {
            if (other.Name == type.Name && other.Type != type.Type)
            {
                return true;
            }
        }

        return false;
    }

    // A name that does not depend on which of the types is met first.
    private static string Qualified(string type)
    {
        var name = (type.StartsWith("global::", StringComparison.Ordinal) ? type.Substring("global::".Length) : type).Replace("global::", "").ToCharArray();
        for (var i = 0; i < name.Length; i++)
        {
            name[i] = char.IsLetterOrDigit(name[i]) ? name[i] : '_';
        }

        return new string(name).Trim('_');
    }
}
