namespace TypedLlm.Tool.Reports;

/// <summary>How the result of a verification is written.</summary>
internal enum ReportFormat
{
    /// <summary>For people.</summary>
    Table,

    /// <summary>For programs.</summary>
    Json,

    /// <summary>For code scanning.</summary>
    Sarif,

    /// <summary>For the annotations of GitHub Actions.</summary>
    GitHub,
}
