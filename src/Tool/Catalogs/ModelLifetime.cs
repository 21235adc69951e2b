namespace TypedLlm.Tool.Catalogs;

/// <summary>Whether a model answers.</summary>
internal enum ModelLifetime
{
    /// <summary>It does, and no end is announced.</summary>
    Live,

    /// <summary>It does, until a day that is announced.</summary>
    Retiring,

    ShutDown,
}
