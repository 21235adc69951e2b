using TypedLlm.Tool.Cli;
using TypedLlm.Tool.Verification;

namespace TypedLlm.Tool.Reports;

/// <summary>The formats that results are written in, by the word of <c>--format</c>.</summary>
internal static class ReportFormat
{
    public const string Default = "table";

    private static readonly Dictionary<string, Action<VerifyReport, TextWriter>> Writers = new(StringComparer.Ordinal)
    {
        [Default] = TableReport.Write,
        ["json"] = JsonReport.Write,
        ["sarif"] = SarifReport.Write,
        ["github"] = GitHubReport.Write,
    };

    public static IReadOnlyCollection<string> Words => Writers.Keys;

    public static void Write(string format, VerifyReport report, ToolHost host) => Writers[format](report, host.Out);
}
