namespace TypedLlm.Catalog;

/// <summary>Finds the names of a catalog file that lead to no model. A list with such a name bounds less than it seems to, and nothing else would tell.</summary>
internal static class UnknownNames
{
    // Nobody corrects more at a time, and looking for what was meant takes time.
    private const int MaxProblems = 100;

    /// <param name="file">The file that names models.</param>
    /// <param name="catalog">All files laid over one another, since another one may declare the model.</param>
    public static IReadOnlyList<CatalogProblem> Find(CatalogFile file, ModelCatalog catalog)
    {
        var problems = new List<CatalogProblem>();
        var open = catalog.WithoutLists();
        foreach (var reference in file.References)
        {
            // What stands for another name is told of there.
            if (problems.Count < MaxProblems && catalog.Resolve(reference.Name) is { Facts: null, Alias: null })
            {
                problems.Add(new CatalogProblem(
                    reference.Position, $"No model is known as '{reference.Name}' in {reference.Place}; {Advice(reference.Name, open)}"));
            }
        }

        return problems;
    }

    /// <summary>What to do about a name that is not known.</summary>
    /// <param name="name">The name.</param>
    /// <param name="catalog">The catalog without its lists, which say nothing about what was meant.</param>
    public static string Advice(string name, ModelCatalog catalog)
    {
        var nearest = catalog.Nearest(name, 1);
        return nearest.Count > 0
            ? $"did you mean '{nearest[0]}'?"
            : "if the service has it, declare it under 'models' in typedllm.models.json";
    }
}
