namespace TypedLlm.TypedAnswers;

/// <summary>A type at one place: of a member, an element, a root.</summary>
/// <param name="Kind">What stands on the wire.</param>
/// <param name="Type">The type as C# code, with its nullability.</param>
internal sealed record TypeUse(TypeKind Kind, string Type)
{
    /// <summary>Whether null may stand there.</summary>
    public bool IsNullable { get; init; }

    /// <summary>Whether it is a <c>Nullable&lt;T&gt;</c>.</summary>
    public bool IsNullableValue { get; init; }

    /// <summary>The named type's <see cref="NamedShape.Type"/>, of <see cref="TypeKind.Named"/>.</summary>
    public string? Name { get; init; }

    /// <summary>What a list holds, or the value of a dictionary.</summary>
    public TypeUse? Element { get; init; }

    /// <summary>The key of a dictionary.</summary>
    public TypeUse? Key { get; init; }

    /// <summary>How a list or dictionary is made.</summary>
    public CollectionKind Collection { get; init; }
}
