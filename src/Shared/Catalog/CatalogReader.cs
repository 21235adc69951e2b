namespace TypedLlm.Catalog;

/// <summary>Reads the text of a catalog file. Any text gives a result: what cannot be used is left out and reported.</summary>
internal static class CatalogReader
{
    /// <param name="text">The content of <c>models.json</c> or <c>typedllm.models.json</c>.</param>
    /// <param name="basis">The catalog that the file lies over, if names of it are to be recognised in <c>allow</c> and <c>deny</c>.</param>
    public static CatalogReadResult Read(string text, ModelCatalog? basis = null)
    {
        if (JsonReader.Read(text, out var syntaxError) is not { } root)
        {
            return new CatalogReadResult(CatalogFile.Empty, [syntaxError!]);
        }

        var problems = new List<CatalogProblem>();
        var values = new CatalogValues(problems);
        var file = CatalogFile.Empty;
        var references = new List<CatalogReference>();
        JsonMember? deny = null;
        foreach (var member in values.Members(root, "A catalog file"))
        {
            switch (member.Name)
            {
                case "$schema":
                    values.Text(member);
                    break;
                case "asOf":
                    file = file with { AsOf = values.Date(member) };
                    break;
                case "models":
                    file = file with { Models = ReadModels(member, values) };
                    break;
                case "aliases":
                    file = file with { Aliases = AliasReader.Read(member, values) };
                    AddTargets(file.Aliases, references);
                    break;
                case "allow":
                    file = file with { Allow = values.Names(member) };
                    AddItems(member, references);
                    break;
                case "deny":
                    deny = member;
                    file = file with { Deny = values.Names(member) };
                    AddItems(member, references);
                    break;
                default:
                    values.ReportUnknownField(member, CatalogFields.File);
                    break;
            }
        }

        ReportContradictions(deny, file, basis ?? ModelCatalog.Empty, values);
        problems.Sort((left, right) => left.Position.Offset.CompareTo(right.Position.Offset));
        return new CatalogReadResult(file with { References = references }, problems);
    }

    private static void AddTargets(IReadOnlyList<CatalogAlias> aliases, List<CatalogReference> references)
    {
        foreach (var alias in aliases)
        {
            references.Add(new CatalogReference(alias.Target, alias.TargetPosition, $"alias '{alias.Name}'"));
        }
    }

    private static void AddItems(JsonMember list, List<CatalogReference> references)
    {
        foreach (var item in list.Value.Items)
        {
            if (item.Kind == JsonKind.String && CatalogValues.IsName(item.Text))
            {
                references.Add(new CatalogReference(item.Text, item.Position, $"'{list.Name}'"));
            }
        }
    }

    private static List<CatalogEntry> ReadModels(JsonMember models, CatalogValues values)
    {
        var entries = new List<CatalogEntry>();
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var item in values.Items(models))
        {
            if (ReadId(item, values) is not { } id)
            {
                continue;
            }

            if (names.TryGetValue(id.Text, out var owner))
            {
                values.Report(id.Position, $"'{id.Text}' is already the name of '{owner}'.");
                continue;
            }

            var facts = ModelFactsReader.Read(item, new ModelFacts { Id = id.Text }, values);
            names.Add(id.Text, id.Text);
            ReportTakenNames(item, facts, names, values);
            ReportDefaultEffort(item, facts, values);
            entries.Add(new CatalogEntry(facts, item));
        }

        return entries;
    }

    private static JsonValue? ReadId(JsonValue entry, CatalogValues values)
    {
        foreach (var member in values.Members(entry, "A model"))
        {
            if (member.Name == "id" && member.Value.Kind != JsonKind.Null)
            {
                return values.Name(member) is null ? null : member.Value;
            }
        }

        if (entry.Kind == JsonKind.Object)
        {
            values.Report(entry.Position, "A model needs an 'id'.");
        }

        return null;
    }

    private static void ReportTakenNames(JsonValue entry, ModelFacts facts, Dictionary<string, string> names, CatalogValues values)
    {
        foreach (var member in entry.Members)
        {
            if (member.Name != "shortNames")
            {
                continue;
            }

            foreach (var item in member.Value.Items)
            {
                if (item.Kind != JsonKind.String || !facts.ShortNames.Contains(item.Text))
                {
                    continue;
                }

                if (names.TryGetValue(item.Text, out var owner))
                {
                    values.Report(item.Position, $"'{item.Text}' is already the name of '{owner}'.");
                }
                else
                {
                    names.Add(item.Text, facts.Id);
                }
            }
        }
    }

    private static void ReportDefaultEffort(JsonValue entry, ModelFacts facts, CatalogValues values)
    {
        if (facts is not { DefaultEffort: { } effort, Efforts: { } efforts } || efforts.Contains(effort))
        {
            return;
        }

        foreach (var member in entry.Members)
        {
            if (member.Name == "defaultEffort")
            {
                values.Report(member.Value.Position, $"'{effort}' is not among the 'efforts' of '{facts.Id}'.");
            }
        }
    }

    private static void ReportContradictions(JsonMember? deny, CatalogFile file, ModelCatalog basis, CatalogValues values)
    {
        if (deny is null || file.Allow is not { IsEmpty: false } allow)
        {
            return;
        }

        var catalog = basis.With(file);
        var allowed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in allow)
        {
            allowed.Add(catalog.Resolve(name).Id);
        }

        foreach (var item in deny.Value.Items)
        {
            if (item.Kind == JsonKind.String && allowed.Contains(catalog.Resolve(item.Text).Id))
            {
                values.Report(item.Position, $"'{item.Text}' is both allowed and denied.");
            }
        }
    }
}
