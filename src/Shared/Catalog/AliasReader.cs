namespace TypedLlm.Catalog;

/// <summary>Reads the aliases of a catalog file and leaves out those that lead into a circle.</summary>
internal static class AliasReader
{
    public static IReadOnlyList<CatalogAlias> Read(JsonMember aliases, CatalogValues values)
    {
        if (aliases.Value.Kind == JsonKind.Null)
        {
            return [];
        }

        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        var read = new List<CatalogAlias>();
        foreach (var member in values.Members(aliases.Value, "'aliases'"))
        {
            if (!CatalogValues.IsName(member.Name))
            {
                values.Report(member.Position, "An alias must not be empty or contain white space.");
            }
            else if (values.Name(member.Value, $"The target of alias '{member.Name}'") is { } target)
            {
                targets.Add(member.Name, target);
                read.Add(new CatalogAlias(member.Name, target, member.Position, member.Value.Position));
            }
        }

        var sound = new List<CatalogAlias>(read.Count);
        foreach (var alias in read)
        {
            if (AliasPath.IsEndless(alias.Name, targets))
            {
                values.Report(alias.Position, $"Alias '{alias.Name}' leads into a circle, or over more than {AliasPath.MaxSteps} others, and so to no model.");
            }
            else
            {
                sound.Add(alias);
            }
        }

        return sound;
    }
}
