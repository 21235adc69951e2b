using System.CommandLine;
using TypedLlm.Tool.Approvals;
using TypedLlm.Tool.Cli;
using TypedLlm.Tool.Reports;
using TypedLlm.Tool.Rules;

namespace TypedLlm.Tool.Commands;

/// <summary><c>typedllm approve</c>: a file per endpoint that a review approves.</summary>
internal static class ApproveCommand
{
    private const string CheckOption = "--check";

    public static Command Create(ToolHost host)
    {
        var arguments = new WorkspaceArguments();
        var output = new Option<string>("--output")
        {
            HelpName = "folder",
            Description = "The folder of the files: in it one for each assembly, in that a file for each endpoint.",
            DefaultValueFactory = static _ => "approvals",
        };
        var check = new Option<bool>(CheckOption) { Description = "Writes nothing; shows what differs and returns 1 if something does." };
        var command = new Command("approve", "Writes for each endpoint what it asks of which models, and what that may cost, for review.") { output, check };
        arguments.AddTo(command);
        command.SetAction(async (parsed, _) =>
        {
            var workspace = arguments.ReadWorkspaceOrCurrent(parsed, host);
            var approvals = ApprovalWriter.Write(workspace, arguments.ReadEnvironment(parsed, host, workspace));
            var name = parsed.GetRequiredValue(output);
            var folder = new ApprovalFolder(host.FullPath(name));
            return parsed.GetValue(check)
                ? await ReportAsync(folder.Compare(approvals), name, CommandWithoutCheck(parsed), host)
                : await TellAsync(folder.Write(approvals), name, approvals.Count, host);
        });
        return command;
    }

    private static async Task<int> ReportAsync(IReadOnlyList<ApprovalChange> changes, string name, string mend, ToolHost host)
    {
        var rule = ToolRules.Find(ToolRules.ApprovalDiffers);
        foreach (var change in changes)
        {
            var file = $"{name.Replace('\\', '/').TrimEnd('/')}/{change.File}";
            await host.Error.WriteLineAsync($"{file}: {Words.Of(rule.Level)} {rule.Id}: {TitleOf(change, rule)} ({rule.Help})");
            await host.Out.WriteAsync(change switch
            {
                { Approved: null } => $"{file} is missing.\n",
                { Built: null } => $"{file} is left over: its endpoint is gone.\n",
                _ => UnifiedDiff.Of(file, change.Approved, change.Built),
            });
        }

        if (changes.Count == 0)
        {
            return ExitCode.Good;
        }

        await host.Error.WriteLineAsync($"typedllm: {Count(changes.Count)} in {name} {(changes.Count == 1 ? "is" : "are")} not as built. If what differs is wanted, run this and commit what it writes: {mend}");
        return ExitCode.Findings;
    }

    private static async Task<int> TellAsync(IReadOnlyList<ApprovalChange> changes, string name, int all, ToolHost host)
    {
        foreach (var change in changes)
        {
            await host.Out.WriteAsync($"{(change.Built is null ? "removed" : "written")} {name.Replace('\\', '/').TrimEnd('/')}/{change.File}\n");
        }

        await host.Error.WriteLineAsync($"typedllm: {Count(all)} in {name}, {changes.Count} changed.");
        return ExitCode.Good;
    }

    private static string TitleOf(ApprovalChange change, ToolRule rule) => change switch
    {
        { Approved: null } => "Endpoint has no approval",
        { Built: null } => "Approved endpoint is gone",
        _ => rule.Title,
    };

    private static string Count(int count) => count == 1 ? "1 file" : $"{count} files";

    private static string CommandWithoutCheck(ParseResult parsed) =>
        string.Join(' ', parsed.Tokens.Select(static token => token.Value).Where(static token => token != CheckOption).Prepend("typedllm").Select(Quoted));

    private static string Quoted(string word) => word.Contains(' ', StringComparison.Ordinal) ? $"\"{word}\"" : word;
}
