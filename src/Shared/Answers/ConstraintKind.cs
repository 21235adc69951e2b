namespace TypedLlm.TypedAnswers;

/// <summary>What an attribute demands of a value.</summary>
internal enum ConstraintKind
{
    Minimum,
    Maximum,
    ExclusiveMinimum,
    ExclusiveMaximum,
    MinLength,
    MaxLength,
    Pattern,
    NotBlank,
    Allowed,
}
