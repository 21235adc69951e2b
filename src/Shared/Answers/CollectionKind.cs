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
    ImmutableSortedSet,
    ImmutableQueue,

    /// <summary>As System.Text.Json reads it: the first value is pushed first, so that it comes out last.</summary>
    ImmutableStack,

    Queue,

    /// <inheritdoc cref="ImmutableStack"/>
    Stack,

    /// <summary><c>Dictionary&lt;K, V&gt;</c> and the interfaces that it implements.</summary>
    Dictionary,

    ImmutableDictionary,
    ImmutableSortedDictionary,

    /// <summary>A class with a public parameterless constructor and <c>Add</c>.</summary>
    Addable,

    /// <summary>The same that compares what it holds, as a set does, or may do so: anything but a list of the framework's and what derives from one.</summary>
    AddableSet,

    /// <summary>Any other that is only written, by way of the interface that says what it holds.</summary>
    Enumerable,
}
