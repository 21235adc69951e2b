namespace TypedLlm;

/// <summary>How much a model reasons before it answers. Which values a model takes is in the catalog.</summary>
public enum Effort
{
    /// <summary>No reasoning.</summary>
    None,

    /// <summary>The least reasoning that the first reasoning models offered.</summary>
    Minimal,

    /// <summary>Little reasoning.</summary>
    Low,

    /// <summary>The default of most reasoning models.</summary>
    Medium,

    /// <summary>Much reasoning.</summary>
    High,

    /// <summary>More than <see cref="High"/>.</summary>
    XHigh,

    /// <summary>The most a model can do.</summary>
    Max,
}
