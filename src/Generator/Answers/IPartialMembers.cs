namespace TypedLlm.Generator;

/// <summary>What differs between the partials of objects and of families.</summary>
internal interface IPartialMembers
{
    /// <summary>The names of the properties.</summary>
    IEnumerable<string> Names { get; }

    /// <summary>The properties.</summary>
    /// <param name="writer">Takes the code.</param>
    /// <param name="field">The field that holds what has arrived.</param>
    void WriteProperties(SourceWriter writer, string field);

    /// <summary>The extension methods that only this kind of type has.</summary>
    /// <param name="writer">Takes the code.</param>
    /// <param name="modifier">The accessibility.</param>
    /// <param name="partial">The partial as C# code.</param>
    /// <param name="field">The field that holds what has arrived.</param>
    void WriteExtensions(SourceWriter writer, string modifier, string partial, string field);

    /// <summary>Methods that the properties call.</summary>
    void WriteHelpers(SourceWriter writer);
}
