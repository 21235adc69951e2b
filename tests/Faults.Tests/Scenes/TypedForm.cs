namespace TypedLlm.FaultTests.Scenes;

/// <summary>How an answer of a type is handed out.</summary>
public enum TypedForm
{
    /// <summary><c>Task&lt;T&gt;</c>.</summary>
    Whole,

    /// <summary><c>Task&lt;LlmResult&lt;T&gt;&gt;</c>.</summary>
    Result,

    /// <summary><c>Task&lt;LlmResult&lt;T&gt;&gt;</c> with <c>Stream = false</c>.</summary>
    Unary,

    /// <summary><c>IAsyncEnumerable&lt;LlmEvent&lt;T&gt;&gt;</c>.</summary>
    Events,

    /// <summary><c>IAsyncEnumerable&lt;T&gt;</c>: the elements of a list.</summary>
    Elements,
}
