namespace TypedLlm.Tool.Cli;

/// <summary>How a result is written.</summary>
internal enum OutputFormat
{
    Table,
    Json,
}
