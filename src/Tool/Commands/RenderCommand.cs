using System.CommandLine;
using TypedLlm.Catalog;
using TypedLlm.Routing;
using TypedLlm.Tool.Cli;
using TypedLlm.Tool.Rendering;

namespace TypedLlm.Tool.Commands;

/// <summary><c>typedllm render</c>: the request of a method, without sending it.</summary>
internal static class RenderCommand
{
    public static Command Create(ToolHost host)
    {
        var name = new Argument<string>("method")
        {
            Description = "A method of an endpoint: Shop.ISupportDesk.AnswerAsync or its end from a dot on; an overload with its types, as in 'IDesk.AskAsync(string, int)'.",
        };
        var model = new Option<string?>("--model")
        {
            Description = "The model of the chain to show the request for, as an id or as it is written. Default: the first that is asked.",
        };
        var format = new Option<string>("--format")
        {
            Description = "text: as on the wire. json: with the body as JSON. curl: a command that sends it.",
            DefaultValueFactory = static _ => RequestFormats.Default,
        };
        format.AcceptOnlyFromAmong(RequestFormats.Names);
        var arguments = new WorkspaceArguments();
        var command = new Command("render", "Shows the exact request of a method, with placeholders for its values. Sends nothing and needs no key.") { name, model, format };
        arguments.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var workspace = arguments.ReadWorkspaceOrCurrent(parsed, host);
            var environment = arguments.ReadEnvironment(parsed, host, workspace);
            var found = MethodFinder.Find(workspace, parsed.GetRequiredValue(name));
            var chain = MethodChain.Resolve(
                found.Method, workspace.CatalogOf(found.Assembly, environment), environment, CatalogDate.From(host.Time.GetUtcNow()));
            var target = await ChooseAsync(chain, parsed.GetValue(model), found.Method.FullName, host);
            var request = await new RequestRenderer(environment).RenderAsync(found.Method, chain.Settings, target, cancellationToken);
            await host.Out.WriteAsync(RequestFormats.Write(request, parsed.GetRequiredValue(format)));
            return ExitCode.Good;
        });
        return command;
    }

    /// <summary>The model that is named, else the first that is asked. What the app would not ask is said.</summary>
    private static async Task<ChainTarget> ChooseAsync(MethodChain chain, string? name, string method, ToolHost host)
    {
        foreach (var (target, obstacle) in chain.Targets)
        {
            if (name is not null && target.Id != name && target.Name != name)
            {
                continue;
            }

            if (obstacle is not null)
            {
                await host.Error.WriteLineAsync($"typedllm: {method} passes over '{target.Id}': {obstacle}.");
            }

            if (obstacle is null || name is not null)
            {
                return target;
            }
        }

        var ids = chain.Targets.Select(static entry => entry.Target.Id).Distinct(StringComparer.Ordinal).ToList();
        throw new ToolException(name is null
            ? $"{method} asks no model at all: each one of its chain is passed over."
            : $"{method} never asks '{name}'; {(NearestName.Find(name, ids) is { } nearest ? $"did you mean '{nearest}'?" : $"its chain is {string.Join(", ", ids)}.")}");
    }
}
