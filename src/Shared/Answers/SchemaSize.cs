namespace TypedLlm.TypedAnswers;

/// <summary>What the service limits in a schema, counted while it is written.</summary>
internal sealed record SchemaSize
{
    /// <summary>Properties of all objects.</summary>
    public int Properties { get; set; }

    /// <summary>Characters of the names of properties and definitions and of the values of enums.</summary>
    public int NameCharacters { get; set; }

    /// <summary>Values of all enums.</summary>
    public int EnumValues { get; set; }

    /// <summary>Characters of the values of the longest enum that has many.</summary>
    public int LongestEnum { get; set; }
}
