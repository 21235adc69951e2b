using System.Globalization;
using Spectre.Console;
using TypedLlm.Tool.Probes;
using TypedLlm.Tool.Rules;
using TypedLlm.Tool.Verification;

namespace TypedLlm.Tool.Reports;

/// <summary>Writes a report as tables for people.</summary>
internal static class TableReport
{
    /// <summary>Where nobody looks on, lines are as long as they are.</summary>
    private const int UnboundedWidth = 400;

    public static void Write(VerifyReport report, TextWriter output)
    {
        var isShown = ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected;
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = isShown ? AnsiSupport.Detect : AnsiSupport.No,
            Interactive = InteractionSupport.No,
        });
        if (!isShown)
        {
            console.Profile.Width = UnboundedWidth;
        }

        foreach (var environment in report.Environments)
        {
            Write(environment, console);
        }

        console.WriteLine(Summary(report));
    }

    private static void Write(EnvironmentReport environment, IAnsiConsole console)
    {
        console.WriteLine(environment.BaseUrl is null ? environment.Name : $"{environment.Name} ({environment.BaseUrl}, {environment.Credential})");
        if (environment.Models.Count > 0)
        {
            console.Write(Models(environment.Models));
        }

        if (environment.Findings.Count > 0)
        {
            console.Write(TableOf(
                ["Finding", "Level", "Method", "Message"],
                environment.Findings.Select(static finding => (string[])
                [
                    finding.Rule.Id,
                    Words.Of(finding.Rule.Level),
                    finding.Method ?? "",
                    $"{finding.Message}.",
                ])));
        }

        if (environment.NotChecked.Count > 0)
        {
            console.Write(TableOf(
                ["Not checked", "Model", "Why"],
                environment.NotChecked.Select(static missing => (string[])[missing.What, missing.Model ?? "", $"{missing.Reason}."])));
        }

        foreach (var note in environment.Notes)
        {
            console.WriteLine($"Note: {note}.");
        }

        console.WriteLine();
    }

    private static Table Models(IReadOnlyList<ModelObservation> models) => TableOf(
        ["Model", "Provider", "Access", "Tried", "In queue", "USD"],
        models.Select(static model => (string[])
        [
            model.Target.Id,
            model.Target.ProviderName,
            model.Access switch { true => "yes", false => "no", null => "not learned" },
            Lines(model.Results, Tried),
            Lines(model.Results, static result => result.Queued is { } queued ? string.Create(CultureInfo.InvariantCulture, $"{queued.TotalSeconds:0.0} s") : ""),
            Lines(model.Results, static result => result.Cost is { } cost ? cost.ToString("0.######", CultureInfo.InvariantCulture) : "?"),
        ]));

    private static string Tried(ProbeResult result) => result.Verdict switch
    {
        ProbeVerdict.Works => $"{WireWords.Of(result.Request)}: works",
        ProbeVerdict.Refused => $"{WireWords.Of(result.Request)}: refused, {result.Detail}{(result.Use is { } use ? $"; {use} works" : "")}",
        _ => $"{WireWords.Of(result.Request)}: not learned, {result.Detail}",
    };

    private static string Lines(IReadOnlyList<ProbeResult> results, Func<ProbeResult, string> line) => string.Join('\n', results.Select(line));

    private static Table TableOf(IReadOnlyList<string> columns, IEnumerable<string[]> rows)
    {
        var table = new Table { Border = TableBorder.Rounded };
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(new Text(column)));
        }

        foreach (var row in rows)
        {
            // Texts, and no markup: names and messages may hold brackets.
            table.AddRow(row.Select(static cell => new Text(cell)));
        }

        return table;
    }

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
