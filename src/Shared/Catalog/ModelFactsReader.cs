namespace TypedLlm.Catalog;

/// <summary>Reads an entry of a catalog file over what is known already: a field that is stated replaces that one fact.</summary>
internal static class ModelFactsReader
{
    public static ModelFacts Read(JsonValue entry, ModelFacts known, CatalogValues values)
    {
        var facts = known;
        foreach (var member in entry.Members)
        {
            facts = member.Name switch
            {
                "id" => facts,
                "shortNames" => facts with { ShortNames = values.Names(member) },
                "snapshots" => facts with { Snapshots = values.Names(member) },
                "provider" => facts with { Provider = values.Name(member) },
                "released" => facts with { Released = values.Date(member) },
                "purpose" => facts with { Purpose = (ModelPurpose?)values.Choice(member, CatalogWords.Purposes) },
                "contextWindow" => facts with { ContextWindow = values.Count(member) },
                "maxInputTokens" => facts with { MaxInputTokens = values.Count(member) },
                "maxOutputTokens" => facts with { MaxOutputTokens = values.Count(member) },
                "capabilities" => facts with { Capabilities = CapabilitiesReader.Read(member, facts.Capabilities, values) },
                "efforts" => facts with { Efforts = ReadEfforts(member, values) },
                "defaultEffort" => facts with { DefaultEffort = member.Value.Kind == JsonKind.Null ? null : ReadEffort(member.Value, values) },
                "temperature" => facts with { Temperature = (TemperatureRule?)values.Choice(member, CatalogWords.TemperatureRules) },
                "tiers" => facts with { Tiers = TierSupportReader.Read(member, facts.Tiers, values) },
                "price" => facts with { Price = ModelPriceReader.Read(member, values) },
                "status" => facts with { Status = (ModelStatus?)values.Choice(member, CatalogWords.Statuses) },
                "shutdownDate" => facts with { ShutdownDate = values.Date(member) },
                "replacement" => facts with { Replacement = ReadReplacement(member, values) },
                _ => Unknown(member, facts, values),
            };
        }

        return facts;
    }

    private static ModelFacts Unknown(JsonMember member, ModelFacts facts, CatalogValues values)
    {
        values.ReportUnknownField(member, CatalogFields.Model);
        return facts;
    }

    private static EquatableArray<string>? ReadEfforts(JsonMember member, CatalogValues values)
    {
        var efforts = new List<string>();
        foreach (var item in values.Items(member))
        {
            if (ReadEffort(item, values) is { } effort)
            {
                efforts.Add(effort);
            }
        }

        return member.Value.Kind == JsonKind.Array ? EquatableArray<string>.From(efforts) : null;
    }

    private static string? ReadEffort(JsonValue value, CatalogValues values)
    {
        if (value.Kind == JsonKind.String && CatalogWords.Efforts.Contains(value.Text))
        {
            return value.Text;
        }

        values.Report(value.Position, $"An effort must be one of {string.Join(", ", CatalogWords.Efforts)}.");
        return null;
    }

    private static ModelReplacement? ReadReplacement(JsonMember member, CatalogValues values)
    {
        if (member.Value.Kind == JsonKind.Null)
        {
            return null;
        }

        string? id = null;
        string? mode = null;
        foreach (var part in values.Members(member.Value, "'replacement'"))
        {
            switch (part.Name)
            {
                case "id":
                    id = values.Name(part);
                    break;
                case "reasoningMode":
                    mode = values.Name(part);
                    break;
                default:
                    values.ReportUnknownField(part, CatalogFields.Replacement);
                    break;
            }
        }

        if (id is null && member.Value.Kind == JsonKind.Object)
        {
            values.Report(member.Position, "'replacement' needs an 'id'.");
        }

        return id is null ? null : new ModelReplacement(id, mode);
    }
}
