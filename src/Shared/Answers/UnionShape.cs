namespace TypedLlm.TypedAnswers;

/// <summary>A family of types. On the wire each is an object with one property, named after the case, so that no two begin alike.</summary>
/// <param name="Type">The base type as C# code.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Cases">The derived types, by their discriminators.</param>
internal sealed record UnionShape(string Type, string Name, EquatableArray<UnionCase> Cases) : NamedShape(Type, Name)
{
    /// <summary>The name of the discriminator where System.Text.Json writes it.</summary>
    public string Discriminator { get; init; } = "$type";
}

/// <summary>One type of a family.</summary>
/// <param name="WireName">Its discriminator.</param>
/// <param name="Type">The <see cref="NamedShape.Type"/> of its <see cref="ObjectShape"/>. It may be a family too, even this one, with a second shape of that name.</param>
internal sealed record UnionCase(string WireName, string Type)
{
    public bool IsPublic { get; init; }
}
