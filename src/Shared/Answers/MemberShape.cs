namespace TypedLlm.TypedAnswers;

/// <summary>A member of an object.</summary>
/// <param name="Name">The member as C# code.</param>
/// <param name="WireName">Its name on the wire.</param>
/// <param name="Use">Its type.</param>
internal sealed record MemberShape(string Name, string WireName, TypeUse Use)
{
    public string? Description { get; init; }

    /// <summary>How a value that was read gets into the object.</summary>
    public MemberSetting Setting { get; init; }

    /// <summary>What a value that is missing stands for, as C# code: the default of the constructor's parameter, or of a type that is not written; null if it has to be there.</summary>
    public string? Default { get; init; }

    public bool IsPublic { get; init; }

    /// <summary>Whether a partial shows it only whole.</summary>
    public bool IsAtomic { get; init; }

    /// <summary>What is left out when values are written.</summary>
    public Omission Omission { get; init; }

    public EquatableArray<ValueConstraint> Constraints { get; init; }
}
