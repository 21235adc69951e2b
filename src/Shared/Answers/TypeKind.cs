namespace TypedLlm.TypedAnswers;

/// <summary>What stands on the wire for a type.</summary>
internal enum TypeKind
{
    /// <summary>An object, enum or union, described once by a <see cref="NamedShape"/>.</summary>
    Named,

    List,

    /// <summary>A list of pairs.</summary>
    Dictionary,

    String,
    Char,
    Boolean,
    SByte,
    Byte,
    Int16,
    UInt16,
    Int32,
    UInt32,
    Int64,
    UInt64,
    Single,
    Double,
    Decimal,
    Guid,
    Uri,
    DateTime,
    DateTimeOffset,
    DateOnly,
    TimeOnly,
    TimeSpan,
}
