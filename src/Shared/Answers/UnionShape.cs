namespace TypedLlm.TypedAnswers;

/// <summary>A family of types. On the wire each is an object with one property, named after the case, so that no two begin alike.</summary>
/// <param name="Type">The base type as C# code.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Cases">The derived types, by their discriminators.</param>
internal sealed record UnionShape(string Type, string Name, EquatableArray<UnionCase> Cases) : NamedShape(Type, Name)
{
    /// <summary>The name of the discriminator where System.Text.Json writes it.</summary>
    public string Discriminator { get; init; } = "$type";

    /// <summary>Whether a member of one of the types is called like a case and may be an object, as cases are. Known once all types are.</summary>
    public bool AreNamesOfMembers { get; init; }

    /// <summary>The same, with what only the members of its types tell.</summary>
    /// <param name="shape">A shape that has them.</param>
    public UnionShape KnowingMembers(AnswerShape shape)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var types = new HashSet<string>(StringComparer.Ordinal);
        var enums = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in Cases)
        {
            names.Add(item.WireName);
            types.Add(item.Type);
        }

        foreach (var type in shape.Types)
        {
            if (type is EnumShape)
            {
                enums.Add(type.Type);
            }
        }

        foreach (var type in shape.Types)
        {
            if (type is ObjectShape found && types.Contains(type.Type))
            {
                foreach (var member in found.Members)
                {
                    if (names.Contains(member.WireName) && MayBeObject(member.Use))
                    {
                        return this with { AreNamesOfMembers = true };
                    }
                }
            }
        }

        return this;

        bool MayBeObject(TypeUse use) => use.Kind == TypeKind.Dictionary || (use.Kind == TypeKind.Named && !enums.Contains(use.Name!));
    }
}

/// <summary>One type of a family.</summary>
/// <param name="WireName">Its discriminator.</param>
/// <param name="Type">The <see cref="NamedShape.Type"/> of its <see cref="ObjectShape"/>. It may be a family too, even this one, with a second shape of that name.</param>
internal sealed record UnionCase(string WireName, string Type)
{
    public bool IsPublic { get; init; }
}
