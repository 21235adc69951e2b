namespace TypedLlm.Catalog;

/// <summary>The kinds of JSON values.</summary>
internal enum JsonKind
{
    Null,
    True,
    False,
    Number,
    String,
    Array,
    Object,
}
