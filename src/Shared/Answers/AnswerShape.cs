namespace TypedLlm.Answers;

/// <summary>
/// The type of an answer, or of a parameter that is written as JSON, with all types that it reaches. A tree of values without symbols, as
/// everything that gates the generator's cache.
/// </summary>
/// <param name="Root">How the type itself is used.</param>
/// <param name="Types">The named types that it reaches, each once, in the order in which they are met.</param>
internal sealed record AnswerShape(TypeUse Root, EquatableArray<NamedShape> Types)
{
    /// <summary>
    /// The one property of the object that stands around the answer on the wire, since the service asks for an object at the root; null if the
    /// answer is one itself.
    /// </summary>
    public string? Wrapper => Root.Kind switch
    {
        TypeKind.Named when !Root.IsNullable && Find(Root.Name!) is ObjectShape => null,
        TypeKind.List or TypeKind.Dictionary => "items",
        _ => "value",
    };

    /// <summary>The named type of a use.</summary>
    public NamedShape Find(string name)
    {
        foreach (var type in Types)
        {
            if (type.Type == name)
            {
                return type;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(name), name, "The shape does not hold the type.");
    }
}
