namespace TypedLlm.Tool.Cli;

/// <summary>What the process returns.</summary>
internal static class ExitCode
{
    public const int Good = 0;

    /// <summary>Something is wrong with what was checked.</summary>
    public const int Findings = 1;

    /// <summary>It could not be checked, or the command was not understood.</summary>
    public const int NotChecked = 2;
}
