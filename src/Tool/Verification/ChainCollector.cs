using TypedLlm.Catalog;
using TypedLlm.Chains;
using TypedLlm.Locks;
using TypedLlm.Routing;
using TypedLlm.Tool.Chains;
using TypedLlm.Tool.Environments;
using TypedLlm.Tool.Workspaces;

namespace TypedLlm.Tool.Verification;

/// <summary>Collects the chains of an environment, with the names and needs that the running app would find.</summary>
internal sealed class ChainCollector(Workspace workspace, VerifyOptions options)
{
    private static readonly CatalogDate AnyDay = new(1, 1, 1);

    public IReadOnlyList<CheckedChain> Collect(ToolEnvironment environment)
    {
        var chains = MethodChain.Of(workspace, [environment], CatalogFile.Empty).Select(ChainOf).ToList();

        // Names of the command line are looked up as the app does, or as the one assembly that was named.
        var own = workspace.App ?? (workspace.Assemblies.Count == 1 ? workspace.Assemblies[0] : null);
        var named = options.Models.Count == 0 ? null : workspace.CatalogOf(own, environment);
        chains.AddRange(options.Models.Select(model => ChainOf(model, named!)));
        return chains;
    }

    /// <summary>Why the settings of an environment are refused when the app starts; null if they are not.</summary>
    public string? ProblemOf(ToolEnvironment environment)
    {
        if (workspace.App is null)
        {
            // Other assemblies may hold the endpoints that the settings name.
            return null;
        }

        try
        {
            new ConfiguredChains(environment.Options).CheckNames(
                workspace.Assemblies.SelectMany(static assembly => assembly.Endpoints).SelectMany(static endpoint => endpoint.Methods).Select(static method => method.Method));
            return null;
        }
        catch (LlmException exception)
        {
            return exception.Message.TrimEnd('.');
        }
    }

    private CheckedChain ChainOf(MethodChain chain) => new(
        chain.Method.FullName,
        chain.Names,
        options.Models.Count == 0 ? [.. chain.Needs.Methods, .. NamedNeeds()] : chain.Needs.Methods,
        chain.Catalog)
    {
        Options = chain.Options(AnyDay, ModelLock.None),
    };

    private CheckedChain ChainOf(string model, ModelCatalog catalog) => new(null, [model], NamedNeeds(), catalog)
    {
        Options = new ChainOptions(AnyDay) { RequireFallback = false },
    };

    private MethodNeeds[] NamedNeeds() =>
    [
        .. options.Needs.GroupBy(static need => need.Endpoint).Select(static group =>
            new MethodNeeds(NamedNeed.NeedsOf(group, group.Key), _ => $"{string.Join(" and ", group.Select(static need => $"--need {need}"))} asks for it")),
    ];
}
