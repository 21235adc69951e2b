namespace TypedLlm;

/// <summary>How the names of members are written in JSON.</summary>
public enum LlmNaming
{
    /// <summary>As they are in the code: <c>DueDate</c>.</summary>
    AsWritten,

    /// <summary><c>dueDate</c></summary>
    CamelCase,

    /// <summary><c>due_date</c></summary>
    SnakeCase,

    /// <summary><c>due-date</c></summary>
    KebabCase,
}
