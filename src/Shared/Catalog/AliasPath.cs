namespace TypedLlm.Catalog;

/// <summary>Follows aliases from name to name.</summary>
internal static class AliasPath
{
    /// <summary>More than anybody needs, and few enough that no file makes the reader walk for long.</summary>
    public const int MaxSteps = 64;

    /// <summary>The first name on the path that is no alias, or null if the path is a circle or longer than <see cref="MaxSteps"/>.</summary>
    public static string? End(string name, IReadOnlyDictionary<string, string> targets, out string? lastAlias)
    {
        lastAlias = null;
        for (var steps = 0; steps <= Math.Min(targets.Count, MaxSteps); steps++)
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

    /// <summary>Whether the path that starts at <paramref name="name"/> ends nowhere.</summary>
    public static bool IsEndless(string name, IReadOnlyDictionary<string, string> targets) => End(name, targets, out _) is null;
}
