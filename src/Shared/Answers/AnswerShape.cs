namespace TypedLlm.TypedAnswers;

/// <summary>
/// The type of an answer, or of a parameter that is written as JSON, with all types that it reaches. A tree of values without symbols, as
/// everything that gates the generator's cache.
/// </summary>
/// <param name="Root">How the type itself is used.</param>
/// <param name="Types">The named types that it reaches, each once, in the order in which they are met.</param>
internal sealed record AnswerShape(TypeUse Root, EquatableArray<NamedShape> Types)
{
    /// <summary>What <see cref="Endpoints.WarningIds"/> gives for the root.</summary>
    public EquatableArray<string> Warnings { get; init; }

    /// <summary>The list of what is handed out element by element.</summary>
    public AnswerShape AsList() => this with
    {
        Root = new TypeUse(TypeKind.List, $"global::System.Collections.Generic.List<{Root.Type}>") { Element = Root, Collection = CollectionKind.List },
    };
}
