using System.CommandLine;
using System.Globalization;
using TypedLlm.Catalog;
using TypedLlm.Chains;
using TypedLlm.Tool.Catalogs;
using TypedLlm.Tool.Cli;
using TypedLlm.Tool.Locks;
using TypedLlm.Tool.Probes;
using TypedLlm.Tool.Reports;
using TypedLlm.Tool.Rules;
using TypedLlm.Tool.Verification;
using TypedLlm.Tool.Workspaces;

namespace TypedLlm.Tool.Commands;

/// <summary>The command <c>typedllm verify</c>.</summary>
internal sealed class VerifyCommand
{
    private const int MaxConcurrency = 1_000;
    private const int MaxHorizonDays = 36_500;

    private readonly WorkspaceArguments _workspace = new(severalEnvironments: true, keys: true, addresses: true);

    private readonly Option<bool> _probe = new("--probe") { Description = "Try with each model what the endpoints need of it. It costs a little; see --max-cost." };

    private readonly Option<string[]> _needs = new("--need")
    {
        HelpName = "feature",
        Description = $"What the named models, or all models of the chains, have to do besides: FEATURE or FEATURE:ENDPOINT. Features: {string.Join(", ", ModelFeature.Names)}. Endpoints: responses (default), chat. May be repeated.",
    };

    private readonly Option<bool> _offline = new("--offline") { Description = "Ask catalog and lock alone: no request, no key." };

    private readonly Option<string> _maxCost = new("--max-cost") { HelpName = "usd", Description = "What all probes together may cost, in USD.", DefaultValueFactory = static _ => "0.50" };

    private readonly Option<string> _wait = new("--wait") { HelpName = "time", Description = "How long runs and batches are followed, such as 90s, 10m or 24h.", DefaultValueFactory = static _ => "10m" };

    private readonly Option<bool> _resume = new("--resume") { Description = "Take up the batches that earlier runs left pending." };

    private readonly Option<string?> _lock = new("--lock") { HelpName = "file", Description = $"The lock file. Default: {LockStore.FileName} in the current directory." };

    private readonly Option<bool> _noLock = new("--no-lock") { Description = "Do not write the lock file." };

    private readonly Option<ReportFormat> _format = ChoiceOption.Of<ReportFormat>("--format", "How the result is written. Default: table.");

    private readonly Option<string?> _output = new("--output") { HelpName = "file", Description = "The file to write the result to. Default: standard output." };

    private readonly Option<RuleLevel> _failOn = ChoiceOption.Of<RuleLevel>("--fail-on", "The least level of a finding that fails the run. Default: warning.");

    private readonly Option<int?> _concurrency = new("--concurrency")
    {
        HelpName = "count",
        Description = "How many calls at a time the app makes to a model: held against the account's rate limits, and the most requests of this run at a time.",
    };

    private readonly Option<int> _horizon = new("--horizon")
    {
        HelpName = "days",
        Description = "For how many days to come a model must be live.",
        DefaultValueFactory = static _ => ChainOptions.DefaultRetirementHorizonDays,
    };

    public static Command Create(ToolHost host) => new VerifyCommand().Build(host);

    private Command Build(ToolHost host)
    {
        var command = new Command("verify", "Checks the chains of endpoints, and models by their id, against catalog, lock and the live account.");
        _workspace.AddTo(command);
        _workspace.Paths.Description = "Built assemblies, folders that hold some, such as bin/Release/net10.0, or models by id or short name.";
        foreach (var option in new Option[] { _probe, _needs, _offline, _maxCost, _wait, _resume, _lock, _noLock, _format, _output, _failOn, _concurrency, _horizon })
        {
            command.Options.Add(option);
        }

        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, host, cancellationToken));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, ToolHost host, CancellationToken cancellationToken)
    {
        var arguments = parsed.GetValue(_workspace.Paths) ?? [];
        var isResumedAlone = arguments.Length == 0 && parsed.GetValue(_resume) && !parsed.GetValue(_probe);
        var (paths, models) = isResumedAlone ? ([], []) : Split(arguments, host);
        var options = OptionsOf(parsed, host, models);
        var isNothing = false;
        if (options.Resumes)
        {
            string[] pending = [.. new PendingFile(options.PendingPath).Read().Select(static batch => batch.Model).Distinct(StringComparer.Ordinal)];
            if (pending.Length == 0)
            {
                await host.Error.WriteLineAsync($"typedllm: nothing is pending: there are no notes in {Path.GetFileName(options.PendingPath)} beside the lock file.");
                isNothing = isResumedAlone;
            }

            options = isResumedAlone ? options with { Models = pending } : options;
        }

        var workspace = paths.Count == 0 ? Workspace.Empty : _workspace.ReadWorkspace(paths, parsed, host);
        var output = OutputOf(parsed, host);
        var environments = isNothing ? [] : _workspace.ReadEnvironments(parsed, host, workspace, asks: !options.IsOffline);
        var report = await new Verifier(host, workspace, options).RunAsync(environments, cancellationToken);
        Write(report, parsed.GetValue(_format), host, output);
        if (report.LockProblem is { } problem)
        {
            await host.Error.WriteLineAsync($"typedllm: {problem}");
        }

        return report.Code;
    }

    private string? OutputOf(ParseResult parsed, ToolHost host)
    {
        if (parsed.GetValue(_output) is not { } file)
        {
            return null;
        }

        var path = host.FullPath(file);
        OutputFile.Check(path);
        return path;
    }

    private static void Write(VerifyReport report, ReportFormat format, ToolHost host, string? output)
    {
        if (output is null)
        {
            Report.Write(report, format, host);
            return;
        }

        using var text = new StringWriter(CultureInfo.InvariantCulture);
        Report.Write(report, format, host.WithoutTerminal(text));
        OutputFile.Write(output, text.ToString());
    }

    private VerifyOptions OptionsOf(ParseResult parsed, ToolHost host, IReadOnlyList<string> models)
    {
        var options = new VerifyOptions
        {
            Models = models,
            Needs = [.. (parsed.GetValue(_needs) ?? []).Select(NamedNeed.Parse).Distinct()],
            IsOffline = parsed.GetValue(_offline),
            Probes = parsed.GetValue(_probe),
            Resumes = parsed.GetValue(_resume),
            LockPath = host.FullPath(parsed.GetValue(_lock) ?? LockStore.FileName),
            WritesLock = !parsed.GetValue(_noLock),
            MaxCost = CostOf(parsed.GetValue(_maxCost)!),
            Wait = DurationParser.Parse("--wait", parsed.GetValue(_wait)!),
            Concurrency = Bounded("--concurrency", parsed.GetValue(_concurrency), 1, MaxConcurrency),
            HorizonDays = Bounded("--horizon", parsed.GetValue(_horizon), 0, MaxHorizonDays)!.Value,
            FailOn = parsed.GetValue(_failOn),
        };
        Check(parsed, options);
        return options;
    }

    /// <exception cref="ToolException">An option would do nothing beside the others.</exception>
    private void Check(ParseResult parsed, VerifyOptions options)
    {
        var problem = options switch
        {
            { IsOffline: true, Probes: true } or { IsOffline: true, Resumes: true } => "--offline makes no request; leave it out, or leave out --probe and --resume.",
            { IsOffline: true } when options.Concurrency is not null => "--concurrency is held against the limits of the account, which --offline does not ask; leave one of them out.",
            { Probes: true } => null,
            { IsOffline: false, Needs.Count: > 0 } when !options.Resumes || options.Needs.Any(static need => need.Feature != ProbeKind.Batch) => "--need is tried with --probe; add it, or use --offline to hold it against the lock.",
            { Resumes: true } => null,
            _ when IsGiven(parsed, _maxCost) => "--max-cost bounds what --probe tries; add it, or leave --max-cost out.",
            _ when IsGiven(parsed, _wait) => "--wait is how long --probe and --resume follow what they begin; add one of them, or leave --wait out.",
            { IsOffline: true } when IsGiven(parsed, _lock) && !File.Exists(options.LockPath) => $"--lock {options.LockPath} does not exist, and --offline asks nothing else of the account.",
            _ => null,
        };
        if (problem is not null)
        {
            throw new ToolException(problem);
        }
    }

    private static bool IsGiven(ParseResult parsed, Option option) => parsed.GetResult(option) is { Implicit: false };

    /// <summary>Tells paths from models: what exists or looks like a path is one.</summary>
    private static (IReadOnlyList<string> Paths, IReadOnlyList<string> Models) Split(string[] arguments, ToolHost host)
    {
        if (arguments.Length == 0)
        {
            throw new ToolException("Name built assemblies or folders of them, such as bin/Release/net10.0, or models.");
        }

        var paths = arguments.Where(argument => IsPath(argument, host)).ToList();
        string[] models = [.. arguments.Except(paths)];
        return Array.Find(models, static model => !CatalogValues.IsName(model)) is { } odd
            ? throw new ToolException($"'{odd}' does not exist, and is no model: ids and short names are not empty and have no white space.")
            : (paths, models);
    }

    private static bool IsPath(string argument, ToolHost host)
    {
        var path = host.FullPath(argument);
        return File.Exists(path)
            || Directory.Exists(path)
            || (BuiltInCatalog.Instance.Resolve(argument).Facts is null
                && (argument.Contains('/', StringComparison.Ordinal)
                    || argument.Contains('\\', StringComparison.Ordinal)
                    || argument.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)
                    || argument.EndsWith(".exe", StringComparison.OrdinalIgnoreCase)));
    }

    private static decimal CostOf(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var cost)
            ? cost
            : throw new ToolException($"--max-cost {text} is no amount; write US dollars, such as 0.50.");

    private static int? Bounded(string option, int? value, int least, int most) => value is null || (value >= least && value <= most)
        ? value
        : throw new ToolException(string.Create(CultureInfo.InvariantCulture, $"{option} {value} must be between {least} and {most}."));
}
