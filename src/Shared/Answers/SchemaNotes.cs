namespace TypedLlm.Answers;

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
}
