namespace TypedLlm;

/// <summary>Finds what a misspelt name was probably meant to be.</summary>
internal static class NearestName
{
    // Names are short; anything longer is no typing error, and the table of the distance stays small.
    private const int LongestName = 64;

    /// <summary>The candidate with the fewest edits, if these are few for the name's length. The first of equals wins.</summary>
    public static string? Find(string name, IEnumerable<string> candidates)
    {
        string? nearest = null;
        var fewest = Tolerance(name) + 1;
        foreach (var candidate in candidates)
        {
            if (candidate.Length > LongestName || name.Length > LongestName || Math.Abs(candidate.Length - name.Length) >= fewest)
            {
                continue;
            }

            var edits = Edits(name, candidate);
            if (edits < fewest)
            {
                fewest = edits;
                nearest = candidate;
            }
        }

        return nearest;
    }

    private static int Tolerance(string name) => Math.Max(1, name.Length / 3);

    /// <summary>Insertions, deletions, replacements and swaps of neighbours; a difference of case counts nothing.</summary>
    private static int Edits(string left, string right)
    {
        var table = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            for (var j = 0; j <= right.Length; j++)
            {
                table[i, j] = i == 0 || j == 0 ? i + j : Cheapest(table, left, right, i, j);
            }
        }

        return table[left.Length, right.Length];
    }

    private static int Cheapest(int[,] table, string left, string right, int i, int j)
    {
        var replaced = table[i - 1, j - 1] + (Same(left[i - 1], right[j - 1]) ? 0 : 1);
        var best = Math.Min(replaced, Math.Min(table[i - 1, j], table[i, j - 1]) + 1);
        var swapped = i > 1 && j > 1 && Same(left[i - 1], right[j - 2]) && Same(left[i - 2], right[j - 1]);
        return swapped ? Math.Min(best, table[i - 2, j - 2] + 1) : best;
    }

    private static bool Same(char left, char right) => char.ToLowerInvariant(left) == char.ToLowerInvariant(right);
}
