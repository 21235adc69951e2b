using TypedLlm.Catalog;

namespace TypedLlm.Catalog.Tests;

public sealed class ModelCatalogTests
{
    [Fact]
    public void Built_in_catalog_knows_53_models() => Assert.Equal(53, BuiltInCatalog.Instance.Models.Count);
}
