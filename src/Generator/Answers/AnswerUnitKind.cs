namespace TypedLlm.Generator;

/// <summary>What a file of an assembly's answers holds.</summary>
internal enum AnswerUnitKind
{
    /// <summary>What reads and writes a named type.</summary>
    Type,

    /// <summary>What shows a named type while it arrives.</summary>
    Partial,

    /// <summary>What reads and writes a root.</summary>
    Root,

    /// <summary>How answers of a root are asked for.</summary>
    Format,

    /// <summary>How lists of a root are asked for, and read element by element.</summary>
    Elements,
}
