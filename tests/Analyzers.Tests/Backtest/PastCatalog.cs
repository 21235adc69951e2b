using System.Globalization;
using System.Text.Json.Nodes;
using TypedLlm.Catalog;
using TypedLlm.TestKit;

namespace TypedLlm.Analyzers.Tests.Backtest;

/// <summary>The built-in catalog as it would have been released on a day in the past.</summary>
internal static class PastCatalog
{
    private static readonly string Json = RepositoryFiles.Read("src/Catalog/models.json");

    /// <summary>Without the models that came later, and without the shutdowns that were not announced yet.</summary>
    /// <param name="day">The day of the release.</param>
    /// <param name="isAnnounced">Whether a shutdown was announced by then.</param>
    public static ModelCatalog On(DateOnly day, Func<Shutdown, bool> isAnnounced)
    {
        var unknown = Shutdown.All.Where(shutdown => !isAnnounced(shutdown)).Select(shutdown => shutdown.Model.Id).ToHashSet(StringComparer.Ordinal);
        var today = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var root = JsonNode.Parse(Json)!;
        root["asOf"] = today;
        var models = root["models"]!.AsArray();
        foreach (var model in models.ToList())
        {
            if (string.CompareOrdinal((string?)model!["released"], today) > 0)
            {
                models.Remove(model);
            }
            else if (unknown.Contains((string)model["id"]!))
            {
                model.AsObject().Remove("shutdownDate");
                model.AsObject().Remove("status");
                model.AsObject().Remove("replacement");
            }
        }

        var (file, problems) = CatalogReader.Read(root.ToJsonString());
        Assert.Empty(problems);
        return ModelCatalog.Empty.With(file);
    }
}
