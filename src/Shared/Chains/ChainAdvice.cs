using TypedLlm.Catalog;

namespace TypedLlm.Chains;

/// <summary>What could be better about a chain that works.</summary>
internal static class ChainAdvice
{
    /// <param name="chain">The names as written: the primary, null or blank if there is none, and then its fallbacks.</param>
    /// <param name="workloads">What the methods that use the chain are for.</param>
    /// <param name="today">The day that dates are compared with.</param>
    /// <param name="catalog">What is known about models.</param>
    public static IReadOnlyList<ChainProblem> Check(
        IReadOnlyList<string?> chain, IReadOnlyList<string> workloads, CatalogDate today, ModelCatalog catalog)
    {
        var problems = new List<ChainProblem>();
        for (var i = 0; i < chain.Count; i++)
        {
            var model = catalog.Resolve(chain[i] ?? "");
            if (model.Facts is { } facts && !facts.IsShutDown(today) && Mismatch(facts, workloads) is { } words)
            {
                problems.Add(new ChainProblem(DiagnosticIds.WorkloadMismatch, i, model.Name, new([ChainWords.Subject(model), words]), default));
            }
        }

        if (chain.Count > 1 && SharedProvider(chain, catalog) is { } provider)
        {
            problems.Add(new ChainProblem(DiagnosticIds.SameFailureDomain, 0, chain[0] ?? "", new([provider]), default));
        }

        return problems;
    }

    private static string? Mismatch(ModelFacts facts, IReadOnlyList<string> workloads)
    {
        foreach (var workload in workloads)
        {
            if (WorkloadAdvice.Objection(workload, facts) is { } objection)
            {
                return $"{objection}, which does not suit Workload.{workload}";
            }
        }

        return null;
    }

    private static string? SharedProvider(IReadOnlyList<string?> chain, ModelCatalog catalog)
    {
        string? shared = null;
        foreach (var name in chain)
        {
            if (catalog.Resolve(name ?? "").Facts?.Provider is not { } provider || (shared is not null && provider != shared))
            {
                return null;
            }

            shared = provider;
        }

        return shared;
    }
}
