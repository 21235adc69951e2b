namespace TypedLlm.Catalog;

/// <summary>Follows aliases from name to name.</summary>
internal static class AliasPath
{
    /// <summary>The first name on the path that is no alias, or null if the path is a circle.</summary>
    public static string? End(string name, IReadOnlyDictionary<string, string> targets, out string? lastAlias)
    {
        lastAlias = null;
        for (var steps = 0; steps <= targets.Count; steps++)
        {
            if (!targets.TryGetValue(name, out var target))
            {
                return name;
            }

            lastAlias = name;
            name = target;
        }

        return null;
    }

    /// <summary>Whether the path that starts at <paramref name="name"/> never ends.</summary>
    public static bool IsCircle(string name, IReadOnlyDictionary<string, string> targets) => End(name, targets, out _) is null;
}
