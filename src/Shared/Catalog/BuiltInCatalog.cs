namespace TypedLlm.Catalog;

/// <summary>The catalog that the assembly carries.</summary>
internal static class BuiltInCatalog
{
    private const string ResourceName = "TypedLlm.models.json";

    private static readonly Lazy<ModelCatalog> Catalog = new(Load);

    /// <summary>Read at the first use and then kept.</summary>
    public static ModelCatalog Instance => Catalog.Value;

    private static ModelCatalog Load()
    {
        using var stream = typeof(BuiltInCatalog).Assembly.GetManifestResourceStream(ResourceName)
            ?? throw new InvalidOperationException($"The assembly lacks its resource {ResourceName}.");
        using var reader = new StreamReader(stream);
        var (file, problems) = CatalogReader.Read(reader.ReadToEnd());
        return problems.Count == 0
            ? ModelCatalog.Empty.With(file)
            : throw new InvalidOperationException($"The built-in catalog is damaged: {problems[0]}");
    }
}
