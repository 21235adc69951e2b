using TypedLlm.Catalog;

namespace TypedLlm.Locks;

/// <summary>Reads one environment of a lock file.</summary>
internal static class LockEnvironmentReader
{
    public static LockEnvironment Read(JsonMember environment, CatalogValues values)
    {
        var models = new Dictionary<string, LockedModel>(StringComparer.Ordinal);
        var read = new LockEnvironment { Name = environment.Name, Models = models };
        foreach (var member in values.Members(environment.Value, $"Environment '{environment.Name}'"))
        {
            switch (member.Name)
            {
                case "baseUrl":
                    read = read with { BaseUrl = values.Text(member) };
                    break;
                case "credential":
                    read = read with { Credential = values.Text(member) };
                    break;
                case "checked":
                    read = read with { Checked = values.Date(member) };
                    break;
                case "models":
                    ReadModels(member, models, values);
                    break;
                default:
                    values.ReportUnknownField(member, LockFields.Environment);
                    break;
            }
        }

        return read;
    }

    private static void ReadModels(JsonMember member, Dictionary<string, LockedModel> models, CatalogValues values)
    {
        foreach (var model in values.Members(member.Value, "'models'"))
        {
            if (CatalogValues.IsName(model.Name))
            {
                models[model.Name] = ReadModel(model, values);
            }
            else
            {
                values.Report(model.Position, "The id of a model must not be empty or contain white space.");
            }
        }
    }

    private static LockedModel ReadModel(JsonMember model, CatalogValues values)
    {
        var read = new LockedModel(null, default);
        foreach (var member in values.Members(model.Value, $"Model '{model.Name}'"))
        {
            switch (member.Name)
            {
                case "access":
                    read = read with { Access = values.Flag(member) };
                    break;
                case "refused":
                    read = read with { Refused = ReadRefusals(member, values) };
                    break;
                default:
                    values.ReportUnknownField(member, LockFields.Model);
                    break;
            }
        }

        return read;
    }

    private static EquatableArray<LockRefusal> ReadRefusals(JsonMember refused, CatalogValues values)
    {
        var refusals = new List<LockRefusal>();
        foreach (var item in values.Items(refused))
        {
            if (ReadRefusal(item, values) is not { } refusal)
            {
                continue;
            }

            if (refusals.Exists(other => other.Endpoint == refusal.Endpoint && other.Feature == refusal.Feature))
            {
                values.Report(item.Position, $"'{refusal.Feature}' on '{refusal.Endpoint}' is refused twice.");
            }
            else
            {
                refusals.Add(refusal);
            }
        }

        return EquatableArray<LockRefusal>.From(refusals);
    }

    private static LockRefusal? ReadRefusal(JsonValue item, CatalogValues values)
    {
        int? endpoint = null;
        int? feature = null;
        string? use = null;
        var isSound = item.Kind == JsonKind.Object;
        foreach (var member in values.Members(item, "What is refused"))
        {
            switch (member.Name)
            {
                case "endpoint":
                    endpoint = values.Choice(member, CatalogFields.Capabilities);
                    isSound &= endpoint is not null || member.Value.Kind == JsonKind.Null;
                    break;
                case "feature":
                    feature = values.Choice(member, CatalogFields.Features);
                    isSound &= feature is not null || member.Value.Kind == JsonKind.Null;
                    break;
                case "use":
                    use = values.Text(member);
                    break;
                default:
                    values.ReportUnknownField(member, LockFields.Refusal);
                    break;
            }
        }

        if (endpoint is { } e && feature is { } f)
        {
            return new LockRefusal(CatalogFields.Capabilities[e], CatalogFields.Features[f], use);
        }

        if (isSound)
        {
            values.Report(item.Position, "What is refused needs an 'endpoint' and a 'feature'.");
        }

        return null;
    }
}
