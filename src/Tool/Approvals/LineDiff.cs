namespace TypedLlm.Tool.Approvals;

/// <summary>The lines that two texts have in common, and those that only one has.</summary>
internal static class LineDiff
{
    /// <summary>Texts whose differing parts are longer than this, multiplied, are not compared line by line: all of that counts as replaced.</summary>
    private const long MostCells = 4_000_000;

    /// <summary>The lines of both in order, each with <c>' '</c>, <c>'-'</c> or <c>'+'</c>.</summary>
    public static IReadOnlyList<(char Sign, string Line)> Of(string before, string after)
    {
        var (old, young) = (Lines(before), Lines(after));
        var start = 0;
        while (start < old.Length && start < young.Length && old[start] == young[start])
        {
            start++;
        }

        var end = 0;
        while (end < old.Length - start && end < young.Length - start && old[^(end + 1)] == young[^(end + 1)])
        {
            end++;
        }

        var lines = new List<(char, string)>();
        lines.AddRange(old[..start].Select(static line => (' ', line)));
        AddMiddle(lines, old[start..^end], young[start..^end]);
        lines.AddRange(old[^end..].Select(static line => (' ', line)));
        return lines;
    }

    private static string[] Lines(string text) => text.Split('\n') is [.. var lines, ""] ? lines : text.Split('\n');

    private static void AddMiddle(List<(char Sign, string Line)> lines, string[] old, string[] young)
    {
        var common = (long)old.Length * young.Length <= MostCells ? CommonLengths(old, young) : new int[old.Length + 1, 1];
        var (i, j) = (0, 0);
        while (i < old.Length && j < young.Length && common.GetLength(1) > 1)
        {
            if (old[i] == young[j])
            {
                lines.Add((' ', old[i++]));
                j++;
            }
            else if (common[i + 1, j] >= common[i, j + 1])
            {
                lines.Add(('-', old[i++]));
            }
            else
            {
                lines.Add(('+', young[j++]));
            }
        }

        lines.AddRange(old[i..].Select(static line => ('-', line)));
        lines.AddRange(young[j..].Select(static line => ('+', line)));
    }

    /// <summary>How many lines the rests of both, from each pair of places on, have in common.</summary>
    private static int[,] CommonLengths(string[] old, string[] young)
    {
        var lengths = new int[old.Length + 1, young.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        {
            for (var j = young.Length - 1; j >= 0; j--)
            {
                lengths[i, j] = old[i] == young[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }

        return lengths;
    }
}
