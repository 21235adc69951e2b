namespace TypedLlm.TypedAnswers;

/// <summary>A record, class or struct with members.</summary>
/// <param name="Type">The type as C# code.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Members">In the order of the wire: as declared, inherited ones first.</param>
internal sealed record ObjectShape(string Type, string Name, EquatableArray<MemberShape> Members) : NamedShape(Type, Name)
{
    /// <summary>The members that the constructor takes, by their place in <see cref="Members"/>, in the order of its parameters; -1 for one that keeps its default.</summary>
    public EquatableArray<int> ConstructorMembers { get; init; }

    /// <summary>The defaults that parameters of the constructor keep, as C# code, in the order of these.</summary>
    public EquatableArray<string> ConstructorDefaults { get; init; }

    public bool IsValueType { get; init; }

    /// <summary>What checks a whole value, in this order.</summary>
    public EquatableArray<ValidatorCall> Validators { get; init; }
}
