namespace TypedLlm.Catalog;

/// <summary>Finds the names of a catalog file that lead to no model. A list with such a name bounds less than it seems to, and nothing else would tell.</summary>
internal static class UnknownNames
{
    /// <param name="file">The file that names models.</param>
    /// <param name="catalog">All files laid over one another, since another one may declare the model.</param>
    public static IReadOnlyList<CatalogProblem> Find(CatalogFile file, ModelCatalog catalog)
    {
        var problems = new List<CatalogProblem>();
        foreach (var reference in file.References)
        {
            // What stands for another name is told of there.
            if (catalog.Resolve(reference.Name) is { Facts: null, Alias: null })
            {
                problems.Add(new CatalogProblem(
                    reference.Position, $"No model is known as '{reference.Name}' in {reference.Place}; {Advice(reference.Name, catalog)}"));
            }
        }

        return problems;
    }

    /// <summary>What to do about a name that is not known.</summary>
    public static string Advice(string name, ModelCatalog catalog)
    {
        var nearest = catalog.WithoutLists().Nearest(name, 1);
        return nearest.Count > 0
            ? $"did you mean '{nearest[0]}'?"
            : "if the service has it, declare it under 'models' in typedllm.models.json";
    }
}
