using System.CommandLine;
using TypedLlm.Tool.Catalogs;
using TypedLlm.Tool.Chains;
using TypedLlm.Tool.Cli;
using TypedLlm.Tool.Upgrades;

namespace TypedLlm.Tool.Commands;

/// <summary><c>typedllm upgrade</c>: what changes when one model takes the place of another.</summary>
internal sealed class UpgradeCommand
{
    private readonly Argument<string> _old = new("old") { Description = "The model that is used: an id, a short name, a snapshot or an alias." };
    private readonly Argument<string> _new = new("new") { Description = "The model that shall take its place." };
    private readonly Option<OutputFormat> _format = ChoiceOption.Of<OutputFormat>("--format", "How the result is written.");
    private readonly Option<int?> _inputTokens = new("--input-tokens")
    {
        HelpName = "count",
        Description = "How long the input is at most, for the highest cost of a request. Default: the longest that each model takes.",
    };

    private readonly WorkspaceArguments _workspace = new();
    private readonly CatalogArguments _catalog = new();
    private readonly ToolHost _host;

    private UpgradeCommand(ToolHost host) => _host = host;

    public static Command Create(ToolHost host)
    {
        var upgrade = new UpgradeCommand(host);
        var command = new Command("upgrade", "Says which endpoints use a model, what another one in its place would change, and the edit to make.")
        {
            upgrade._old,
            upgrade._new,
            upgrade._inputTokens,
            upgrade._format,
        };
        upgrade._workspace.AddTo(command);
        upgrade._catalog.AddTo(command);
        command.SetAction(upgrade.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var (old, next) = (parsed.GetValue(_old)!, parsed.GetValue(_new)!);
        if (parsed.GetValue(_workspace.Paths) is not { Length: > 0 })
        {
            throw new ToolException("upgrade needs the path of a built assembly, or a folder that holds some, such as bin/Release/net10.0.");
        }

        var workspace = _workspace.ReadWorkspace(parsed, _host);
        var environments = _workspace.ReadEnvironments(parsed, _host, workspace);
        MethodChain[] chains = [.. MethodChain.Of(workspace, environments, _catalog.ReadFile(parsed, _host))];
        var methods = new UpgradePlanner(old, next, _host.Today, parsed.GetValue(_inputTokens)).Plan(chains);
        var catalog = (methods.Count > 0 ? methods[0].Chain : chains[0]).Catalog;
        var newFacts = UnknownModel.FactsOf(catalog.Resolve(next), catalog);
        var oldModel = catalog.Resolve(old);
        if (methods.Count == 0)
        {
            _ = UnknownModel.FactsOf(oldModel, catalog);
        }

        var report = new UpgradeReport(old, next, oldModel.Facts is { } oldFacts ? ModelComparer.Compare(oldFacts, newFacts, _host.Today) : [], methods);
        if (parsed.GetValue(_format) == OutputFormat.Json)
        {
            report.WriteJson(_host);
        }
        else
        {
            report.WriteText(_host);
        }

        return methods.All(static method => method.CanServe) ? ExitCode.Good : ExitCode.Findings;
    }
}
