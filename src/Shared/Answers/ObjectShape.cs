namespace TypedLlm.TypedAnswers;

/// <summary>A record, class or struct with members.</summary>
/// <param name="Type">The type as C# code.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Members">In the order of the wire: as declared, inherited ones first.</param>
internal sealed record ObjectShape(string Type, string Name, EquatableArray<MemberShape> Members) : NamedShape(Type, Name)
{
    /// <summary>The members that the constructor takes, by their place in <see cref="Members"/>, in the order of its parameters.</summary>
    public EquatableArray<int> ConstructorMembers { get; init; }

    public bool IsValueType { get; init; }

    /// <summary>What checks a whole value, in this order.</summary>
    public EquatableArray<ValidatorCall> Validators { get; init; }
}
