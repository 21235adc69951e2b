using TypedLlm.Catalog;
using TypedLlm.Chains;
using TypedLlm.Locks;
using TypedLlm.Tool.Catalogs;
using TypedLlm.Tool.Chains;
using TypedLlm.Tool.Cli;
using TypedLlm.Tool.Environments;
using TypedLlm.Tool.Workspaces;

namespace TypedLlm.Tool.Replacements;

/// <summary>Finds what can replace a model, for one method or for calls without special needs.</summary>
internal sealed class ReplacementRun(ToolHost host, Workspace workspace, ToolEnvironment environment, CatalogFile own)
{
    public int Run(string name, string? method, int? inputTokens, OutputFormat format)
    {
        var chain = method is null ? null : ChainOf(method);
        var catalog = chain?.Catalog ?? workspace.CatalogOf(workspace.App, environment).With(own).With(environment.Lists);
        var resolved = catalog.Resolve(name);
        if (resolved.Facts is not { } old)
        {
            host.Error.WriteLine($"typedllm: {UnknownModel.Message(resolved, catalog)}");
            return ExitCode.Findings;
        }

        var index = chain?.IndexOf(name) ?? 0;
        if (chain is not null && index < 0)
        {
            throw new ToolException($"{method} does not use {name}; its chain is {string.Join(", ", chain.Names)}.");
        }

        var search = chain is null
            ? new ReplacementSearch([name], 0, ChainNeeds.None, new ChainOptions(host.Today), catalog)
            : new ReplacementSearch(chain.Names, index, chain.Needs, chain.Options(host.Today, ModelLock.None), catalog);
        var ranked = search.Rank();
        var others = catalog.Models
            .Where(model => model.Id != old.Id && ranked.All(next => next.Facts.Id != model.Id))
            .Select(model => (model.Id, search.ReasonAgainst(model)));
        var report = new ReplacementReport(old, chain?.Method.Method, inputTokens, ranked, catalog.LiveReplacement(old, host.Today)?.Facts.Id, [.. others]);
        if (format == OutputFormat.Json)
        {
            report.WriteJson(host);
        }
        else
        {
            report.WriteTable(host);
        }

        return ranked.Count > 0 ? ExitCode.Good : ExitCode.Findings;
    }

    private MethodChain ChainOf(string name)
    {
        if (workspace.Assemblies.Count == 0)
        {
            throw new ToolException("--for needs the path of the assembly that declares the method; name it behind the options.");
        }

        MethodChain[] all = [.. MethodChain.Of(workspace, [environment], own)];
        MethodChain[] found = [.. all.Where(chain => chain.Method.FullName == name || chain.Method.FullName.EndsWith($".{name}", StringComparison.Ordinal))];
        return found switch
        {
            [var one] => one,
            [] => throw new ToolException($"No method is called {name}.{Meant(name, all)}"),
            _ => throw new ToolException($"{name} is the name of {string.Join(" and ", found.Select(static chain => chain.Method.FullName))}; write the namespace too."),
        };
    }

    private static string Meant(string name, MethodChain[] all) =>
        NearestName.Find(name, all.Select(static chain => chain.Method.FullName)) is { } nearest
        ? $" Did you mean {nearest}?"
        : $" There are {string.Join(", ", all.Take(5).Select(static chain => chain.Method.FullName))}{(all.Length > 5 ? " and more" : "")}.";
}
