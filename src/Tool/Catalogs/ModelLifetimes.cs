using TypedLlm.Catalog;

namespace TypedLlm.Tool.Catalogs;

/// <summary>Tells whether a model answers on a day.</summary>
internal static class ModelLifetimes
{
    public static ModelLifetime Of(ModelFacts model, CatalogDate today) =>
        model.IsShutDown(today) ? ModelLifetime.ShutDown
        : model.ShutdownDate is null ? ModelLifetime.Live
        : ModelLifetime.Retiring;
}
