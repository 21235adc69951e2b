namespace TypedLlm.TypedAnswers;

/// <summary>An enum, written by the names of its members.</summary>
/// <param name="Type">The type as C# code.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Members">Each member as C# code and its name on the wire.</param>
internal sealed record EnumShape(string Type, string Name, EquatableArray<EnumMember> Members) : NamedShape(Type, Name);

/// <summary>A member of an enum.</summary>
/// <param name="Name">The member as C# code: <c>High</c>.</param>
/// <param name="WireName">Its name on the wire.</param>
internal sealed record EnumMember(string Name, string WireName)
{
    /// <summary>Whether an earlier member has the same value. It can be read, but is neither offered nor written.</summary>
    public bool IsAlias { get; init; }
}
