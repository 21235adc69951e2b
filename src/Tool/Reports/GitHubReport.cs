using TypedLlm.Tool.Verification;

namespace TypedLlm.Tool.Reports;

/// <summary>Writes a report as workflow commands, which GitHub Actions turns into annotations.</summary>
internal static class GitHubReport
{
    public static void Write(VerifyReport report, TextWriter output)
    {
        foreach (var environment in report.Environments)
        {
            foreach (var finding in environment.Findings)
            {
                var title = $"{finding.Rule.Id} {finding.Method ?? finding.Model}".TrimEnd();
                Write(output, Words.Of(finding.Rule.Level), title, $"{environment.Name}: {finding.Message}. {finding.Rule.Help}");
            }

            foreach (var missing in environment.NotChecked)
            {
                Write(output, "warning", "typedllm could not check everything", Words.Of(missing, environment.Name));
            }

            foreach (var note in environment.Notes)
            {
                Write(output, "notice", "typedllm", $"{environment.Name}: {note}.");
            }
        }
    }

    private static void Write(TextWriter output, string command, string title, string message) =>
        output.Write($"::{command} title={EscapeProperty(title)}::{EscapeMessage(message)}\n");

    private static string EscapeMessage(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string EscapeProperty(string text) => EscapeMessage(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
