namespace TypedLlm;

/// <summary>What an endpoint is used for. Advice for the analyzers; changes nothing that is sent.</summary>
public enum Workload
{
    /// <summary>Conversation.</summary>
    Chat,

    /// <summary>Extraction and classification.</summary>
    Structured,

    /// <summary>Answers that must be right.</summary>
    HighStakes,

    /// <summary>Many cheap calls.</summary>
    Bulk,
}
