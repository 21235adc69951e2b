using System.CommandLine;
using System.Globalization;
using TypedLlm.Catalog;
using TypedLlm.Chains;
using TypedLlm.Tool.Cli;
using TypedLlm.Tool.Locks;
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

    private readonly WorkspaceArguments _workspace = new();

    private readonly Option<bool> _probe = new("--probe") { Description = "Try with each model what the endpoints need of it. It costs a little; see --max-cost." };

    private readonly Option<string[]> _needs = new("--need")
    {
        Description = $"What the named models, or all models of the chains, have to do besides: FEATURE or FEATURE:ENDPOINT. Features: {string.Join(", ", NamedNeed.FeatureWords)}. Endpoints: responses (default), chat. May be repeated.",
    };

    private readonly Option<bool> _offline = new("--offline") { Description = "Ask catalog and lock alone: no request, no key." };

    private readonly Option<string> _maxCost = new("--max-cost") { Description = "What all probes together may cost, in USD.", DefaultValueFactory = static _ => "0.50" };

    private readonly Option<string> _wait = new("--wait") { Description = "How long runs and batches are followed, such as 90s, 10m or 24h.", DefaultValueFactory = static _ => "10m" };

    private readonly Option<bool> _resume = new("--resume") { Description = "Take up the batches that earlier runs left pending." };

    private readonly Option<string?> _lock = new("--lock") { Description = $"The lock file. Default: {LockStore.FileName} in the current directory." };

    private readonly Option<bool> _noLock = new("--no-lock") { Description = "Do not write the lock file." };

    private readonly Option<ReportFormat> _format = ChoiceOption.Of<ReportFormat>("--format", "How the result is written. Default: table.");

    private readonly Option<RuleLevel> _failOn = ChoiceOption.Of<RuleLevel>("--fail-on", "The least level of a finding that fails the run. Default: warning.");

    private readonly Option<int?> _concurrency = new("--concurrency")
    {
        Description = "How many calls at a time the app makes to a model: held against the account's rate limits, and the most requests of this run at a time.",
    };

    private readonly Option<int> _horizon = new("--horizon")
    {
        Description = "For how many days to come a model must be live.",
        DefaultValueFactory = static _ => ChainOptions.DefaultRetirementHorizonDays,
    };

    public static Command Create(ToolHost host) => new VerifyCommand().Build(host);

    private Command Build(ToolHost host)
    {
        var command = new Command("verify", "Checks the chains of endpoints, and models by their id, against catalog, lock and the live account.");
        _workspace.AddTo(command);
        foreach (var option in new Option[] { _probe, _needs, _offline, _maxCost, _wait, _resume, _lock, _noLock, _format, _failOn, _concurrency, _horizon })
        {
            command.Options.Add(option);
        }

        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, host, cancellationToken));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, ToolHost host, CancellationToken cancellationToken)
    {
        var (paths, models) = Split(parsed.GetValue(_workspace.Paths) ?? [], host);
        var options = OptionsOf(parsed, host, models);
        var workspace = paths.Count == 0 ? Workspace.Empty : _workspace.ReadWorkspace(paths, parsed, host);
        var report = await new Verifier(host, workspace, options).RunAsync(_workspace.ReadEnvironments(parsed, host, workspace), cancellationToken);
        Report.Write(report, parsed.GetValue(_format), host);
        return report.Code;
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
        return options is { IsOffline: true, Probes: true } or { IsOffline: true, Resumes: true }
            ? throw new ToolException("--offline makes no request; leave it out, or leave out --probe and --resume.")
            : options;
    }

    /// <summary>Tells paths from models: what exists or looks like a path is one.</summary>
    private static (IReadOnlyList<string> Paths, IReadOnlyList<string> Models) Split(string[] arguments, ToolHost host)
    {
        if (arguments.Length == 0)
        {
            throw new ToolException("Name built assemblies or folders of them, such as bin/Release/net10.0, or models.");
        }

        if (Array.Find(arguments, static argument => argument.StartsWith('-')) is { } stray)
        {
            throw new ToolException($"{stray} is no option of verify; typedllm verify --help lists them.");
        }

        var paths = arguments.Where(argument => IsPath(argument, host)).ToList();
        return (paths, [.. arguments.Except(paths)]);
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
