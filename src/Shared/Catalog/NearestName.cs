namespace TypedLlm.Catalog;

/// <summary>Finds what a misspelt name was probably meant to be.</summary>
internal static class NearestName
{
    // Longer names than this are no slips of the hand, and the table of the distance stays small.
    private const int MaxLength = 64;

    /// <summary>The candidate with the fewest slips, if these are few for the name's length; the first of equals. Case counts nothing.</summary>
    public static string? Find(string name, IEnumerable<string> candidates)
    {
        if (name.Length > MaxLength)
        {
            return null;
        }

        string? nearest = null;
        var fewest = Math.Min(Math.Max(1, name.Length / 3), name.Length - 1) + 1;
        var written = name.ToLowerInvariant();
        foreach (var candidate in candidates)
        {
            if (candidate.Length <= MaxLength && EditDistance.Between(written, candidate.ToLowerInvariant()) is var distance && distance < fewest)
            {
                fewest = distance;
                nearest = candidate;
            }
        }

        return nearest;
    }
}
