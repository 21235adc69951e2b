namespace TypedLlm.Catalog.Tests;

/// <summary>Catalogs for tests; the text of a file must be sound.</summary>
internal static class Catalogs
{
    public static CatalogFile File(string json)
    {
        var (file, problems) = CatalogReader.Read(json, BuiltInCatalog.Instance);
        Assert.Empty(problems);
        return file;
    }

    public static ModelCatalog Of(string json) => ModelCatalog.Empty.With(File(json));

    public static ModelCatalog BuiltInWith(params string[] files)
    {
        var catalog = BuiltInCatalog.Instance;
        foreach (var file in files)
        {
            catalog = catalog.With(File(file));
        }

        return catalog;
    }
}
