using System.Text;

namespace TypedLlm.Catalog;

/// <summary>Finds the names that somebody may have meant by one that is not known.</summary>
internal static class NearestNames
{
    // Longer names than this are no slips of the hand.
    private const int MaxLength = 64;

    public static IReadOnlyList<string> Find(string name, int max, IEnumerable<ModelResolution> known, ModelCatalog catalog)
    {
        if (name.Length > MaxLength)
        {
            return [];
        }

        var written = Fold(name);
        var best = new Dictionary<string, Candidate>(StringComparer.Ordinal);
        foreach (var resolution in known)
        {
            if (resolution.Facts is not { } facts || facts.IsShutDown(catalog.AsOf) || !catalog.IsAllowed(resolution.Id))
            {
                continue;
            }

            var candidate = new Candidate(resolution.Name, facts, Distance(written, Fold(resolution.Name)));
            if (candidate.Distance <= Limit(name)
                && (!best.TryGetValue(facts.Id, out var other) || candidate.CompareTo(other) < 0))
            {
                best[facts.Id] = candidate;
            }
        }

        var found = new List<Candidate>(best.Values);
        found.Sort();
        var names = new List<string>();
        for (var i = 0; i < found.Count && i < max; i++)
        {
            names.Add(found[i].Name);
        }

        return names;
    }

    private static int Limit(string name) => Math.Min(4, (name.Length + 1) / 3);

    private static int Distance(string written, string known) =>
        known.Length > MaxLength ? int.MaxValue : EditDistance.Between(written, known);

    // Case and separators are what people misremember first, so that they do not count as slips.
    private static string Fold(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var character in name)
        {
            if (character is not ('-' or '.' or '_' or ' '))
            {
                folded.Append(char.ToLowerInvariant(character));
            }
        }

        return folded.ToString();
    }

    private sealed record Candidate(string Name, ModelFacts Facts, int Distance) : IComparable<Candidate>
    {
        public int CompareTo(Candidate? other)
        {
            if (other is null)
            {
                return 1;
            }

            var order = Distance.CompareTo(other.Distance);
            order = order != 0 ? order : -Nullable.Compare(Facts.Released, other.Facts.Released);
            order = order != 0 ? order : (Name == Facts.Id ? 0 : 1) - (other.Name == other.Facts.Id ? 0 : 1);
            return order != 0 ? order : string.CompareOrdinal(Name, other.Name);
        }
    }
}
