using System.Globalization;
using System.Text.Json;
using TypedLlm.Catalog;
using TypedLlm.TestKit;

namespace TypedLlm.Analyzers.Tests.Backtest;

/// <summary>The end of a model.</summary>
/// <param name="Model">The model.</param>
/// <param name="Date">The first day without it.</param>
/// <param name="Announced">The day on which the provider's page of deprecations named the date first.</param>
internal sealed record Shutdown(ModelFacts Model, DateOnly Date, DateOnly Announced)
{
    private const int MonthsForGeneral = 6;
    private const int MonthsForSpecialised = 3;

    /// <summary>All shutdowns up to the day of the catalog, the latest first.</summary>
    public static IReadOnlyList<Shutdown> All { get; } = Load();

    /// <summary>The last day on which the provider's notice policy would have let the announcement wait.</summary>
    public DateOnly AnnouncedByPolicy =>
        Date.AddMonths(Model.Purpose is ModelPurpose.General or ModelPurpose.Pro ? -MonthsForGeneral : -MonthsForSpecialised);

    public int NoticeDays => Date.DayNumber - Announced.DayNumber;

    public static DateOnly ToDate(CatalogDate date) => DateOnly.ParseExact(date.ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static CatalogDate ToCatalogDate(DateOnly date) => new(date.Year, date.Month, date.Day);

    private static List<Shutdown> Load()
    {
        var announced = new Dictionary<string, DateOnly>(StringComparer.Ordinal);
        using var file = JsonDocument.Parse(RepositoryFiles.Read("tests/Analyzers.Tests/Backtest/announcements.json"));
        foreach (var day in file.RootElement.EnumerateObject())
        {
            foreach (var model in day.Value.EnumerateArray())
            {
                announced.Add(model.GetString()!, DateOnly.ParseExact(day.Name, "yyyy-MM-dd", CultureInfo.InvariantCulture));
            }
        }

        return [.. BuiltInCatalog.Instance.Models
            .Where(model => model.ShutdownDate is { } date && date <= BuiltInCatalog.Instance.AsOf)
            .Select(model => new Shutdown(model, ToDate(model.ShutdownDate!.Value), announced[model.Id]))
            .OrderByDescending(shutdown => shutdown.Date)
            .ThenBy(shutdown => shutdown.Model.Id, StringComparer.Ordinal)];
    }
}
