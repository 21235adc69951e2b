namespace TypedLlm.TypedAnswers;

/// <summary>What an attribute demands of a value. Checked after reading, and said in the schema where the service takes the keyword.</summary>
/// <param name="Kind">What is demanded.</param>
/// <param name="Arguments">Numbers and texts as C# and JSON literals alike: minimum and maximum, a pattern, the allowed values. Those of an enum are C# code only.</param>
internal sealed record ValueConstraint(ConstraintKind Kind, EquatableArray<string> Arguments)
{
    /// <summary>The message of the attribute, its placeholders filled; null for our own.</summary>
    public string? Message { get; init; }
}
