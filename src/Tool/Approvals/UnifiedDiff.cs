using System.Globalization;
using System.Text;

namespace TypedLlm.Tool.Approvals;

/// <summary>Writes differences as <c>diff -u</c> does.</summary>
internal static class UnifiedDiff
{
    private const int Context = 3;

    /// <summary>More lines of one file are counted only: whoever wants all of them has them in version control after the file is written.</summary>
    private const int MostLines = 60;

    public static string Of(string name, string before, string after)
    {
        var lines = LineDiff.Of(before, after);
        var text = new List<string> { $"--- {name}", $"+++ {name} as built" };
        for (var start = Next(lines, 0); start < lines.Count;)
        {
            var end = EndOf(lines, start);
            text.AddRange(Hunk(lines, Math.Max(0, start - Context), Math.Min(lines.Count, end + Context)));
            start = Next(lines, end);
        }

        var left = text.Count - MostLines;
        var shown = new StringBuilder(string.Concat(text.Take(MostLines).Select(static line => $"{line}\n")));
        return left > 0 ? shown.Append(CultureInfo.InvariantCulture, $"… {left} more lines\n").ToString() : shown.ToString();
    }

    /// <summary>The first line from a place on that differs.</summary>
    private static int Next(IReadOnlyList<(char Sign, string Line)> lines, int from)
    {
        while (from < lines.Count && lines[from].Sign == ' ')
        {
            from++;
        }

        return from;
    }

    /// <summary>The end of the differences that are so close together that their context touches.</summary>
    private static int EndOf(IReadOnlyList<(char Sign, string Line)> lines, int start)
    {
        var end = start;
        for (var next = start; next < lines.Count && next - end <= 2 * Context; next = Next(lines, end))
        {
            end = next + 1;
        }

        return end;
    }

    private static IEnumerable<string> Hunk(IReadOnlyList<(char Sign, string Line)> lines, int start, int end)
    {
        var (before, after) = (Range('+'), Range('-'));
        yield return $"@@ -{before} +{after} @@";
        for (var i = start; i < end; i++)
        {
            yield return $"{lines[i].Sign}{lines[i].Line}";
        }

        // Where a hunk begins and how long it is in the text that lacks the lines of one sign.
        string Range(char lacking)
        {
            var first = lines.Take(start).Count(line => line.Sign != lacking);
            var count = lines.Skip(start).Take(end - start).Count(line => line.Sign != lacking);
            return string.Create(CultureInfo.InvariantCulture, $"{(count == 0 ? first : first + 1)},{count}");
        }
    }
}
