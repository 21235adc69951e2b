using System.Globalization;

namespace TypedLlm.Benchmarks.Harness;

/// <summary>Prints the tables and remembers the budgets that were missed.</summary>
internal sealed class Report(TextWriter output)
{
    private readonly List<string> _missed = [];

    public IReadOnlyList<string> Missed => _missed;

    public void Title(string title)
    {
        output.WriteLine();
        output.WriteLine($"## {title}");
    }

    public void Line(FormattableString line) => output.WriteLine(FormattableString.Invariant(line));

    /// <summary>One row per series; each ratio is the median over the rounds of this variant to the first of its round.</summary>
    public void Table(string unit, IReadOnlyList<Series> series)
    {
        output.WriteLine();
        output.WriteLine($"| variant | × {series[0].Name} | CPU ns per {unit}, minimum | median | B per {unit} | × {series[0].Name} |");
        output.WriteLine("|---|--:|--:|--:|--:|--:|");
        foreach (var row in series)
        {
            Line($"| {row.Name} | {row.CpuRatioTo(series[0]):F2} | {row.MinimumCpu:F0} | {row.MedianCpu:F0} | {row.MedianBytes:F1} | {row.BytesRatioTo(series[0]):F2} |");
        }

        output.WriteLine();
    }

    public void AtMost(string budget, double actual, double limit) => Budget(budget, "≤", actual, limit, actual <= limit);

    public void AtLeast(string budget, double actual, double limit) => Budget(budget, "≥", actual, limit, actual >= limit);

    public void Exactly(string budget, double actual, double limit) => Budget(budget, "=", actual, limit, actual == limit);

    private void Budget(string budget, string relation, double actual, double limit, bool met)
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"{budget}: {actual:0.##} ({relation} {limit:0.##})");
        output.WriteLine($"- {(met ? "met" : "MISSED")}: {line}");
        if (!met)
        {
            _missed.Add(line);
        }
    }
}
