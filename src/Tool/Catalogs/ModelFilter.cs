using TypedLlm.Catalog;

namespace TypedLlm.Tool.Catalogs;

/// <summary>Which models are listed. What is not known does not pass a condition on it.</summary>
internal sealed record ModelFilter
{
    public IReadOnlyList<ModelFeature> Features { get; init; } = [];

    public string? Provider { get; init; }

    public ModelLifetime? Lifetime { get; init; }

    /// <summary>In USD per million tokens.</summary>
    public decimal? MaxOutputPrice { get; init; }

    public bool Passes(ModelFacts model, CatalogDate today) =>
        Features.All(feature => feature.IsOf(model) == true)
        && (Provider is null || string.Equals(model.Provider, Provider, StringComparison.OrdinalIgnoreCase))
        && (Lifetime is null || ModelLifetimes.Of(model, today) == Lifetime)
        && (MaxOutputPrice is null || model.Price?.Output <= MaxOutputPrice);
}
