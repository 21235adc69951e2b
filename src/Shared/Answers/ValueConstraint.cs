namespace TypedLlm.TypedAnswers;

/// <summary>What an attribute demands of a value. Checked after reading, and said in the schema where the service takes the keyword.</summary>
/// <param name="Kind">What is demanded.</param>
/// <param name="Arguments">Numbers and texts as C# and JSON literals alike: minimum and maximum, a pattern, the allowed values. Those of an enum are C# code only.</param>
internal sealed record ValueConstraint(ConstraintKind Kind, EquatableArray<string> Arguments)
{
    /// <summary>The message of the attribute, its placeholders filled; null for our own.</summary>
    public string? Message { get; init; }

    /// <summary>Whether 0 meets it, or false.</summary>
    public bool AcceptsZero => Kind switch
    {
        ConstraintKind.Minimum => NumberLiterals.Read(Arguments[0]) <= 0,
        ConstraintKind.Maximum => NumberLiterals.Read(Arguments[0]) >= 0,
        ConstraintKind.ExclusiveMinimum => NumberLiterals.Read(Arguments[0]) < 0,
        ConstraintKind.ExclusiveMaximum => NumberLiterals.Read(Arguments[0]) > 0,
        ConstraintKind.Allowed => Allows("0") || Allows("false"),
        _ => false,
    };

    private bool Allows(string value)
    {
        foreach (var argument in Arguments)
        {
            if (argument == value)
            {
                return true;
            }
        }

        return false;
    }
}
