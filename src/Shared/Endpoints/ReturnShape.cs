namespace TypedLlm.Endpoints;

/// <summary>How a method hands out its answer; read from its return type. What the answer is, text or a type, is another matter.</summary>
internal enum ReturnShape
{
    /// <summary>Any type that is not listed below.</summary>
    Unsupported,

    /// <summary><c>Task&lt;T&gt;</c></summary>
    Task,

    /// <summary><c>ValueTask&lt;T&gt;</c></summary>
    ValueTask,

    /// <summary><c>Task&lt;LlmResult&lt;T&gt;&gt;</c></summary>
    Result,

    /// <summary><c>IAsyncEnumerable&lt;T&gt;</c>: text as it arrives, or the elements of a list.</summary>
    Stream,

    /// <summary><c>IAsyncEnumerable&lt;LlmEvent&lt;T&gt;&gt;</c></summary>
    EventStream,
}
