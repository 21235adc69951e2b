using TypedLlm.Tool.Cli;
using TypedLlm.Tool.Verification;

namespace TypedLlm.Tool.Reports;

/// <summary>Writes the result of a verification.</summary>
internal static class Report
{
    public static void Write(VerifyReport report, ReportFormat format, ToolHost host)
    {
        switch (format)
        {
            case ReportFormat.Json:
                JsonReport.Write(report, host);
                break;
            case ReportFormat.Sarif:
                SarifReport.Write(report, host);
                break;
            case ReportFormat.GitHub:
                GitHubReport.Write(report, host.Out);
                break;
            default:
                TableReport.Write(report, host);
                break;
        }
    }
}
