namespace TypedLlm.TypedAnswers;

/// <summary>A type that is described once: an object, an enum or a union.</summary>
/// <param name="Type">The type as C# code in any namespace, without nullability: <c>global::Shop.Invoice</c>. It identifies the shape.</param>
/// <param name="Name">Its name for people and for <c>$defs</c>: <c>Invoice</c>.</param>
internal abstract record NamedShape(string Type, string Name)
{
    public string? Description { get; init; }

    /// <summary>What <see cref="Endpoints.WarningIds"/> gives for the type and all that its members name.</summary>
    public EquatableArray<string> Warnings { get; init; }

    /// <summary>How a nested <c>Partial</c> is added to the type; null if none can be.</summary>
    public PartialDeclaration? Partial { get; init; }
}
