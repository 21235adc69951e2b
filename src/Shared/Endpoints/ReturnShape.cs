namespace TypedLlm.Endpoints;

/// <summary>How a method hands out its answer; read from its return type.</summary>
internal enum ReturnShape
{
    /// <summary>Any type that is not listed below.</summary>
    Unsupported,

    /// <summary><c>Task&lt;string&gt;</c></summary>
    Text,

    /// <summary><c>ValueTask&lt;string&gt;</c></summary>
    ValueText,

    /// <summary><c>Task&lt;LlmResult&lt;string&gt;&gt;</c></summary>
    Result,

    /// <summary><c>IAsyncEnumerable&lt;string&gt;</c></summary>
    TextStream,

    /// <summary><c>IAsyncEnumerable&lt;LlmEvent&lt;string&gt;&gt;</c></summary>
    EventStream,
}
