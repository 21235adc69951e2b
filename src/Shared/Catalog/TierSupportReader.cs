namespace TypedLlm.Catalog;

/// <summary>Reads which tiers a model takes over what is known already.</summary>
internal static class TierSupportReader
{
    public static TierSupport? Read(JsonMember tiers, TierSupport? known, CatalogValues values)
    {
        if (tiers.Value.Kind == JsonKind.Null)
        {
            return null;
        }

        var support = known ?? new TierSupport();
        foreach (var member in values.Members(tiers.Value, "'tiers'"))
        {
            support = member.Name switch
            {
                "flex" => support with { Flex = values.Flag(member) },
                "scale" => support with { Scale = values.Flag(member) },
                "priority" => support with { Priority = values.Flag(member) },
                "ultrafast" => support with { Ultrafast = values.Flag(member) },
                _ => Unknown(member, support, values),
            };
        }

        return tiers.Value.Kind == JsonKind.Object ? support : known;
    }

    private static TierSupport Unknown(JsonMember member, TierSupport support, CatalogValues values)
    {
        values.ReportUnknownField(member, CatalogFields.Tiers);
        return support;
    }
}
