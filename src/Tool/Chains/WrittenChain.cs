using TypedLlm.Catalog;
using TypedLlm.Chains;
using TypedLlm.Locks;
using TypedLlm.Routing;
using TypedLlm.Tool.Descriptors;
using TypedLlm.Tool.Environments;
using TypedLlm.Tool.Workspaces;

namespace TypedLlm.Tool.Chains;

/// <summary>The chain of a method in an environment as it is written, sound or not.</summary>
/// <param name="Method">The method.</param>
/// <param name="Environment">Whose settings count.</param>
/// <param name="Catalog">What names are looked up in.</param>
/// <param name="Configured">The chain of the settings, if it is theirs.</param>
internal sealed record WrittenChain(MethodDescriptor Method, ToolEnvironment Environment, ModelCatalog Catalog, ConfiguredChain? Configured)
{
    /// <summary>The chains of all methods, in the order of the assemblies, for each environment in turn.</summary>
    /// <param name="workspace">The assemblies.</param>
    /// <param name="environments">The environments.</param>
    /// <param name="own">A catalog file that lies over those of the assemblies.</param>
    public static IEnumerable<WrittenChain> Of(Workspace workspace, IEnumerable<ToolEnvironment> environments, CatalogFile own)
    {
        foreach (var environment in environments)
        {
            var configured = new ConfiguredChains(environment.Options);
            foreach (var assembly in workspace.Assemblies)
            {
                var catalog = workspace.CatalogOf(assembly, environment).With(own).With(environment.Lists);
                foreach (var method in assembly.Endpoints.SelectMany(static endpoint => endpoint.Methods))
                {
                    yield return new WrittenChain(method, environment, catalog, configured.Find(method.Method));
                }
            }
        }
    }

    /// <summary>The names as written, the primary first.</summary>
    public IReadOnlyList<string> Names => Configured?.Names ?? Method.Method.Chain;

    public ChainNeeds Needs => ChainNeeds.Of([new MethodNeeds(CallSettings.NeedsOf(Method.Method), need => MethodOrigins.Of(Method.Method, need))
    {
        ReturnsWhole = Method.Returns is not (ReturnKind.Stream or ReturnKind.EventStream),
    }]);

    /// <summary>The models with why they are passed over, as the running app resolves them; null if it refuses the chain.</summary>
    public IReadOnlyList<ChainTarget>? Resolve(CatalogDate today)
    {
        try
        {
            return ChainTargets.Resolve(Method.Method, Configured, Catalog, today);
        }
        catch (LlmException)
        {
            return null;
        }
    }

    public ChainOptions Options(CatalogDate today, ModelLock @lock) => new(today, Method.NoFallback, Method.Method.MaxFallbackPriceRatio)
    {
        MaxAttempts = Method.Method.MaxAttempts,
        Caller = $"'{Method.Method.Name}'",
        PassesOverDearModels = Method.Method.MaxFallbackPriceRatio is not null,
        Lock = @lock,
    };

    /// <summary>Where a model stands in the chain; -1 if it does not. A model is meant with its snapshots, a snapshot by itself.</summary>
    public int IndexOf(string name)
    {
        var wanted = Catalog.Resolve(name);
        for (var i = 0; i < Names.Count; i++)
        {
            var model = Catalog.Resolve(Names[i]);
            if (model.Id == wanted.Id || (wanted.Facts?.Id == wanted.Id && model.Facts?.Id == wanted.Id))
            {
                return i;
            }
        }

        return -1;
    }
}
