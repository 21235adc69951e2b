namespace TypedLlm.Prompts;

/// <summary>How a type's values can stand in a prompt.</summary>
internal enum ValueKind
{
    /// <summary>As JSON.</summary>
    Structured,

    /// <summary>As they are, null as nothing: strings.</summary>
    String,

    /// <summary>As they are: characters and truth values.</summary>
    Primitive,

    /// <summary>By their format: numbers, dates, enums, and all else that is <see cref="IFormattable"/>.</summary>
    Formattable,
}
