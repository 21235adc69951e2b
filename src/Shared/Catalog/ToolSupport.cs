namespace TypedLlm.Catalog;

/// <summary>When a model takes function tools.</summary>
internal enum ToolSupport
{
    No,

    /// <summary>Only with reasoning effort <c>none</c>.</summary>
    WithEffortNone,

    Yes,
}
