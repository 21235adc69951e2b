namespace TypedLlm.TypedAnswers;

/// <summary>What a member says beside its type.</summary>
internal readonly record struct SchemaNotes(string? Description, EquatableArray<ValueConstraint> Constraints)
{
    public static SchemaNotes Of(MemberShape member) => new(member.Description, member.Constraints);

    /// <summary>The values that are allowed, as literals; null if all are.</summary>
    public EquatableArray<string>? Allowed
    {
        get
        {
            foreach (var constraint in Constraints)
            {
                if (constraint.Kind == ConstraintKind.Allowed)
                {
                    return constraint.Arguments;
                }
            }

            return null;
        }
    }

    /// <summary>The lower bound: of the attribute, or of the type if that is higher.</summary>
    public string? Minimum(string? ofType) => Tighter(Find(ConstraintKind.Minimum), ofType, isMinimum: true);

    /// <summary>The upper bound: of the attribute, or of the type if that is lower.</summary>
    public string? Maximum(string? ofType) => Tighter(Find(ConstraintKind.Maximum), ofType, isMinimum: false);

    /// <summary>The literal of a constraint; null without one. Of several, the last: attributes of a member say the same once.</summary>
    public string? Find(ConstraintKind kind)
    {
        string? found = null;
        foreach (var constraint in Constraints)
        {
            found = constraint.Kind == kind ? constraint.Arguments[0] : found;
        }

        return found;
    }

    private static string? Tighter(string? asked, string? ofType, bool isMinimum)
    {
        if (asked is null || ofType is null)
        {
            return asked ?? ofType;
        }

        var isHigher = NumberLiterals.Read(asked) > NumberLiterals.Read(ofType);
        return isHigher == isMinimum ? asked : ofType;
    }
}
