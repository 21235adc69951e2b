using TypedLlm.TypedAnswers;

namespace TypedLlm.Generator;

/// <summary>
/// What the code of a type or a root depends on: of the types that it names, which they are, and nothing of what is in them. So an edit of a type
/// does not emit those again that have members of it.
/// </summary>
internal static class AnswerNeeds
{
    public static AnswerShape OfRoot(AnswerShape shape)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        AddNames(names, shape.Root);
        return Only(shape, names);
    }

    public static AnswerShape OfType(AnswerShape shape, NamedShape type)
    {
        var names = new HashSet<string>(StringComparer.Ordinal) { type.Type };
        switch (type)
        {
            case ObjectShape @object:
                foreach (var member in @object.Members)
                {
                    AddNames(names, member.Use);
                }

                break;
            case UnionShape union:
                foreach (var item in union.Cases)
                {
                    names.Add(item.Type);
                }

                break;
        }

        return Only(shape with { Root = new TypeUse(TypeKind.Named, type.Type) { Name = type.Type }, Warnings = default }, names);
    }

    private static void AddNames(HashSet<string> names, TypeUse? use)
    {
        if (use is null)
        {
            return;
        }

        if (use.Name is { } name)
        {
            names.Add(name);
        }

        AddNames(names, use.Key);
        AddNames(names, use.Element);
    }

    /// <summary>In the order of their names, since the order in which they are met depends on what else a root reaches.</summary>
    private static AnswerShape Only(AnswerShape shape, HashSet<string> names)
    {
        var types = new List<NamedShape>(names.Count);
        foreach (var type in shape.Types)
        {
            if (names.Contains(type.Type))
            {
                types.Add(Outside(type) with { Warnings = default });
            }
        }

        types.Sort(static (left, right) => string.CompareOrdinal(left.Type, right.Type) is not 0 and var order ? order : (left is UnionShape).CompareTo(right is UnionShape));
        return shape with { Types = EquatableArray<NamedShape>.From(types) };
    }

    private static NamedShape Outside(NamedShape type) => type switch
    {
        ObjectShape item => item with { Description = null, Members = default, ConstructorMembers = default, ConstructorDefaults = default, Validators = default },
        EnumShape item => item with { Description = null, Members = default },
        UnionShape item => item with { Description = null, Cases = default },
        _ => type,
    };
}
