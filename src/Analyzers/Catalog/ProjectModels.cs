using Microsoft.CodeAnalysis.Diagnostics;
using TypedLlm.Catalog;
using TypedLlm.Chains;
using TypedLlm.Locks;

namespace TypedLlm.Analyzers.Catalog;

/// <summary>All that a project knows about models at build time.</summary>
/// <param name="Catalog">The built-in catalog with the project's files laid over it.</param>
/// <param name="Lock">What was seen of the account that it is built for.</param>
internal sealed record ProjectModels(ModelCatalog Catalog, ModelLock Lock)
{
    /// <summary>The day that dates are compared with: the later one of catalog and lock.</summary>
    public CatalogDate Today => Lock.Checked is { } date && date > Catalog.AsOf ? date : Catalog.AsOf;

    /// <summary>A live model in place of one that is shut down, allowed and open to the account; null if there is none.</summary>
    public ReplacementModel? ReplacementOf(ModelFacts retired)
    {
        var closed = new List<string>();
        foreach (var model in Catalog.Models)
        {
            if (Lock.HasNoAccess(model.Id))
            {
                closed.Add(model.Id);
            }
        }

        return ReplacementChoice.Choose(retired, ChainNeeds.None, Catalog, Today, EquatableArray<string>.From(closed));
    }

#pragma warning disable RS1012 // The analyzers that read the files here register what they do with them.

    public static ProjectModels Read(CompilationStartAnalysisContext context)
    {
        var catalog = CatalogFiles.Compose(CatalogFiles.Read(context));
        return LockFiles.Read(context) is var (_, content)
            ? new ProjectModels(catalog, LockFiles.Select(content.File, context.Options, out _))
            : new ProjectModels(catalog, ModelLock.None);
    }
}
