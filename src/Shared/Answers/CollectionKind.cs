namespace TypedLlm.TypedAnswers;

/// <summary>How a collection is made of what was read.</summary>
internal enum CollectionKind
{
    None,

    /// <summary><c>T[]</c></summary>
    Array,

    /// <summary><c>List&lt;T&gt;</c> and the interfaces that it implements.</summary>
    List,

    /// <summary><c>HashSet&lt;T&gt;</c> and the interfaces that it implements.</summary>
    HashSet,

    ImmutableArray,
    ImmutableList,
    ImmutableHashSet,

    /// <summary><c>Dictionary&lt;K, V&gt;</c> and the interfaces that it implements.</summary>
    Dictionary,

    ImmutableDictionary,

    /// <summary>A class with a public parameterless constructor and <c>Add</c>.</summary>
    Addable,

    /// <summary>Any other that is only written, by way of <c>IEnumerable&lt;T&gt;</c>.</summary>
    Enumerable,
}
