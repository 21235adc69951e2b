namespace TypedLlm.Generator;

/// <summary>What a file of an assembly's answers holds.</summary>
internal enum AnswerUnitKind
{
    /// <summary>What reads a named type.</summary>
    Type,

    /// <summary>What shows a named type while it arrives.</summary>
    Partial,

    /// <summary>How answers of a root are asked for and read.</summary>
    Format,

    /// <summary>How lists of a root are asked for, and read element by element.</summary>
    Elements,

    /// <summary>What writes a named type into prompts.</summary>
    TypeWriter,

    /// <summary>What writes a root into prompts.</summary>
    RootWriter,
}
