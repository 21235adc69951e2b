namespace TypedLlm.Endpoints;

/// <summary>A member that cannot do what it was declared for: it is implemented by name and throws.</summary>
/// <param name="Rule">The rule that says why.</param>
/// <param name="Declaration">The explicit implementation up to its body, as C# code.</param>
/// <param name="Accessors">The accessors of a property or event; empty for a method.</param>
internal sealed record BlockedMember(string Rule, string Declaration, EquatableArray<string> Accessors);
