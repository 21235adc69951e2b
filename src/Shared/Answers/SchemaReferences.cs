using TypedLlm.Endpoints;

namespace TypedLlm.Answers;

/// <summary>Decides which types stand in <c>$defs</c>: those that are used more than once, and so all that reach themselves.</summary>
internal sealed class SchemaReferences
{
    private readonly Dictionary<string, NamedShape> _shapes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _uses = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _references = new(StringComparer.Ordinal);
    private readonly List<(string Name, NamedShape Shape)> _definitions = [];

    public SchemaReferences(AnswerShape answer)
    {
        Count(answer.Root);
        foreach (var type in answer.Types)
        {
            _shapes.Add(type.Type, type);
            CountIn(type);
        }

        var names = new UniqueNames();
        foreach (var type in answer.Types)
        {
            if (_uses[type.Type] < 2)
            {
                continue;
            }

            if (answer.Wrapper is null && type.Type == answer.Root.Name)
            {
                _references.Add(type.Type, "#");
                continue;
            }

            var name = names.Take(IsShared(answer, type) ? Qualified(type.Type) : type.Name);
            _references.Add(type.Type, "#/$defs/" + name);
            _definitions.Add((name, type));
        }
    }

    public IReadOnlyList<(string Name, NamedShape Shape)> Definitions => _definitions;

    public NamedShape Shape(string type) => _shapes[type];

    /// <summary>Where the type is defined; null if it is used once and stands there.</summary>
    public string? Find(string type) => _references.TryGetValue(type, out var reference) ? reference : null;

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
                    Count(item.Type);
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
