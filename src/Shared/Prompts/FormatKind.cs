namespace TypedLlm.Prompts;

/// <summary>Types that agree on the formats they take.</summary>
internal enum FormatKind
{
    /// <summary>A type that may take any format.</summary>
    Unknown,

    /// <summary>Whole numbers of any size.</summary>
    Integer,

    /// <summary>All other numbers.</summary>
    Fraction,

    Enum,

    Guid,

    DateTime,

    DateTimeOffset,

    DateOnly,

    TimeOnly,

    TimeSpan,
}
