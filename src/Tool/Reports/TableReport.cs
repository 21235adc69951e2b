using System.Globalization;
using TypedLlm.Tool.Cli;
using TypedLlm.Tool.Probes;
using TypedLlm.Tool.Rules;
using TypedLlm.Tool.Verification;

namespace TypedLlm.Tool.Reports;

/// <summary>Writes a report as tables for people.</summary>
internal static class TableReport
{
    public static void Write(VerifyReport report, ToolHost host)
    {
        foreach (var environment in report.Environments)
        {
            Write(environment, host);
        }

        host.Out.WriteLine(Summary(report));
    }

    private static void Write(EnvironmentReport environment, ToolHost host)
    {
        host.Out.WriteLine(environment.BaseUrl is null ? environment.Name : $"{environment.Name} ({environment.BaseUrl}, {environment.Credential})");
        WriteIfAny(host, ["Model", "Provider", "Access", "Tried", "In queue", "USD"], environment.Models.Select(Row));
        WriteIfAny(host, ["Finding", "Level", "Method", "Message"], environment.Findings.Select(static finding => (string[])
        [
            finding.Rule.Id, Words.Of(finding.Rule.Level), finding.Method ?? "", Words.Sentence(finding.Message),
        ]));
        WriteIfAny(host, ["Not checked", "Model", "Why"], environment.NotChecked.GroupBy(SameReason).Select(static same => (string[])
        [
            string.Join(", ", same.Select(static missing => missing.What).Distinct()),
            same.Key.Model ?? "",
            Words.Sentence(same.First().Reason),
        ]));
        foreach (var note in environment.Notes)
        {
            host.Out.WriteLine($"Note: {Words.Sentence(note)}");
        }

        host.Out.WriteLine();
    }

    private static void WriteIfAny(ToolHost host, IReadOnlyList<string> columns, IEnumerable<string[]> rows)
    {
        string[][] all = [.. rows];
        if (all.Length > 0)
        {
            TextTable.Write(host, columns, all);
        }
    }

    private static string[] Row(ModelObservation model) =>
    [
        model.Target.Id,
        model.Target.ProviderName,
        model.Access switch { true => "yes", false => "no", null => "not learned" },
        Lines(model.Results, Tried),
        Lines(model.Results, static result => result.Queued is { } queued ? string.Create(CultureInfo.InvariantCulture, $"{queued.TotalSeconds:0.0} s") : ""),
        Lines(model.Results, static result => result.Cost is { } cost ? cost.ToString("0.######", CultureInfo.InvariantCulture) : "?"),
    ];

    // Said once for a model, whether it ended a try or kept it from being made.
    private static (string? Model, string Reason) SameReason(NotChecked missing) =>
        (missing.Model, missing.Reason.Replace(FailureWords.NotTried, "", StringComparison.Ordinal));

    private static string Tried(ProbeResult result) => result.Verdict switch
    {
        ProbeVerdict.Works => $"{WireWords.Of(result.Request)}: works",
        ProbeVerdict.Refused => $"{WireWords.Of(result.Request)}: refused, {result.Detail}",
        _ => $"{WireWords.Of(result.Request)}: not learned, {result.Detail}",
    };

    private static string Lines(IReadOnlyList<ProbeResult> results, Func<ProbeResult, string> line) => string.Join('\n', results.Select(line));

    private static string Summary(VerifyReport report)
    {
        var findings = report.Environments.SelectMany(static environment => environment.Findings).ToList();
        var errors = findings.Count(static finding => finding.Rule.Level == RuleLevel.Error);
        var missing = report.Environments.Sum(static environment => environment.NotChecked.Count);
        var tried = report.Environments.SelectMany(static environment => environment.Models).Any(static model => model.Results.Count > 0);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Count(errors, "error")}, {Count(findings.Count - errors, "warning")}, {missing} not checked{(tried ? $"; {report.Cost:0.######} USD" : "")}.");
    }

    private static string Count(int count, string what) => count == 1 ? $"1 {what}" : string.Create(CultureInfo.InvariantCulture, $"{count} {what}s");
}
