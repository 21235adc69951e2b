using System.Globalization;
using System.Text;
using TypedLlm.Catalog;
using TypedLlm.Chains;

namespace TypedLlm.Analyzers.Tests.Backtest;

/// <summary>Writes <c>docs/backtest.md</c>: for each shutdown, what the rules say before it.</summary>
internal static class BacktestTable
{
    private const int DefaultHorizon = ChainOptions.DefaultRetirementHorizonDays;
    private const int LongHorizon = 180;

    private static readonly int[] DaysBefore = [180, 90, 30];

    public static string Write()
    {
        var text = new StringBuilder(Introduction());
        text.Append("| days before | announced | announced at the latest by the notice policy | warned, horizon of 90 days (default) | warned, horizon of 180 days |\n|--:|--:|--:|--:|--:|\n");
        foreach (var days in DaysBefore)
        {
            text.Append(CultureInfo.InvariantCulture,
                $"| {days} | {Count(shutdown => DayBefore(shutdown, days) >= shutdown.Announced)} | {Count(shutdown => DayBefore(shutdown, days) >= shutdown.AnnouncedByPolicy)} | {CountWarned(days, DefaultHorizon)} | {CountWarned(days, LongHorizon)} |\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"\nOf {Shutdown.All.Count} shutdowns. On the day itself each of them is an error as primary ([TLLM004](rules/TLLM004.md)).\n\n");
        text.Append("## Each model\n\n| model | shut down | announced | notice | 180 days before | 90 days before | 30 days before |\n|---|---|---|--:|---|---|---|\n");
        foreach (var shutdown in Shutdown.All)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {shutdown.Model.Id} | {shutdown.Date:yyyy-MM-dd} | {shutdown.Announced:yyyy-MM-dd} | {shutdown.NoticeDays} days |");
            foreach (var days in DaysBefore)
            {
                text.Append(CultureInfo.InvariantCulture, $" {State(shutdown, days)} |");
            }

            text.Append('\n');
        }

        return text.Append(Limits()).ToString();
    }

    /// <summary>The ids of what is said about an endpoint that asks the model, when it is built so many days before the shutdown.</summary>
    public static IReadOnlyList<string> Findings(Shutdown shutdown, int daysBefore, int horizon)
    {
        var day = DayBefore(shutdown, daysBefore);
        var catalog = PastCatalog.On(day, other => other.Announced <= day);
        var options = new ChainOptions(catalog.AsOf, NoFallback: "only the primary is of interest") { RetirementHorizonDays = horizon };
        return [.. ChainRules.Check([shutdown.Model.Id], ChainNeeds.None, options, catalog).Select(problem => problem.RuleId)];
    }

    private static string State(Shutdown shutdown, int daysBefore) =>
        IsWarned(shutdown, daysBefore, DefaultHorizon) ? "**warned**"
        : IsWarned(shutdown, daysBefore, LongHorizon) ? "beyond the horizon"
        : DayBefore(shutdown, daysBefore) >= shutdown.Announced ? "known" : "not announced";

    private static bool IsWarned(Shutdown shutdown, int daysBefore, int horizon) =>
        Findings(shutdown, daysBefore, horizon).Contains(DiagnosticIds.RetiringModel);

    private static int CountWarned(int daysBefore, int horizon) => Count(shutdown => IsWarned(shutdown, daysBefore, horizon));

    private static int Count(Func<Shutdown, bool> condition) => Shutdown.All.Count(condition);

    private static DateOnly DayBefore(Shutdown shutdown, int days) => shutdown.Date.AddDays(-days);

    private static string Introduction() => """
        # Backtest

        Would a build have warned? For each model of the built-in catalog that is shut down by now, an endpoint that asks it is checked with the catalog as it
        would have been released 180, 90 and 30 days before the shutdown: with the models that were out, and the dates that were announced.
        Computed by `tests/Analyzers.Tests/Backtest` through the rules that builds run; `UPDATE_APPROVED=1 dotnet test tests/Analyzers.Tests --filter Backtest` writes it anew.


        """.ReplaceLineEndings("\n");

    private static string Limits() => """

        - **warned**: [TLLM007](rules/TLLM007.md) with its default horizon of 90 days.
        - beyond the horizon: the date is known, and a horizon of 180 days would have warned of it.
        - not announced: nobody outside the provider knew.

        ## What this does not show

        - The announcements are those of the provider's page of deprecations, the first day on which it named the date. A catalog is written by hand after that, so
          a warning of the day of the announcement is the best case.
        - A build compares dates with the day of its catalog, never with the clock. Whoever builds with a catalog that is 60 days old is warned 60 days later:
          read the row of 90 days as 30. An update of the package is what brings the warning.
        - The notice policy of the provider is at least six months for models that are generally available, and three for chat, codex and research variants. The column
          assumes that it waits as long as it may. Previews may end after two weeks; the catalog lists none.
        - One year of one provider is a small sample, and the models that ended together were announced together.

        """.ReplaceLineEndings("\n");
}
