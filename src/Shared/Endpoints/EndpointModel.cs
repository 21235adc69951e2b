namespace TypedLlm.Endpoints;

/// <summary>All that the generator needs of one endpoint.</summary>
/// <remarks>
/// The compiler reads every endpoint again after every keystroke and emits again only those whose model differs from the one before. So the
/// model and everything in it must have value equality, must hold no symbol, syntax or location (these differ after each edit, and keep whole
/// compilations alive), and must be in normal form: each field takes part in the comparison, so nothing is stored twice, nothing that the
/// emitter does not print or a chain rule does not ask, and what can be written in two ways (literals, defaults) is stored in one.
/// </remarks>
internal sealed record EndpointModel
{
    /// <summary>The interface as C# code in any namespace: <c>global::Shop.ISupportDesk</c>.</summary>
    public required string Interface { get; init; }

    /// <summary>The interface's name for people and settings: <c>Shop.ISupportDesk</c>.</summary>
    public required string FullName { get; init; }

    /// <summary>The namespace as C# code, empty for the global one.</summary>
    public required string Namespace { get; init; }

    /// <summary>The name of the generated class.</summary>
    public required string ClassName { get; init; }

    /// <summary>Whether the class is public; otherwise it is internal.</summary>
    public required bool IsPublic { get; init; }

    /// <summary>The methods, inherited ones last. At least the supported ones; a blocked one says so.</summary>
    public required EquatableArray<MethodModel> Methods { get; init; }

    /// <summary>Members other than methods; they throw.</summary>
    public EquatableArray<BlockedMember> BlockedMembers { get; init; }

    /// <summary>What <see cref="WarningIds"/> gives for all that the client names.</summary>
    public EquatableArray<string> Warnings { get; init; }
}
