namespace TypedLlm.FaultTests.Scenes;

/// <summary>How an answer is handed out.</summary>
public enum CallForm
{
    /// <summary><c>Task&lt;string&gt;</c>.</summary>
    Whole,

    /// <summary><c>Task&lt;LlmResult&lt;string&gt;&gt;</c>.</summary>
    Result,

    /// <summary><c>Task&lt;LlmResult&lt;string&gt;&gt;</c> with <c>Stream = false</c>.</summary>
    Unary,

    /// <summary><c>IAsyncEnumerable&lt;string&gt;</c>.</summary>
    Text,

    /// <summary><c>IAsyncEnumerable&lt;LlmEvent&lt;string&gt;&gt;</c>.</summary>
    Events,

    /// <summary><c>IAsyncEnumerable&lt;LlmEvent&lt;string&gt;&gt;</c> with <c>OnInterrupted = Restart</c>.</summary>
    RestartingEvents,
}
