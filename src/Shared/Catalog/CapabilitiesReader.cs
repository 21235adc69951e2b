namespace TypedLlm.Catalog;

/// <summary>Reads what a model can do over what is known already; a kind of endpoint that is null is not offered.</summary>
internal static class CapabilitiesReader
{
    public static ModelCapabilities? Read(JsonMember member, ModelCapabilities? known, CatalogValues values)
    {
        if (member.Value.Kind == JsonKind.Null)
        {
            return null;
        }

        var capabilities = known ?? new ModelCapabilities();
        foreach (var kind in values.Members(member.Value, "'capabilities'"))
        {
            switch (kind.Name)
            {
                case "responses":
                    capabilities = capabilities with { Responses = ReadKind(kind, capabilities.Responses, values) };
                    break;
                case "chat":
                    capabilities = capabilities with { Chat = ReadKind(kind, capabilities.Chat, values) };
                    break;
                default:
                    values.ReportUnknownField(kind, CatalogFields.Capabilities);
                    break;
            }
        }

        return member.Value.Kind == JsonKind.Object ? capabilities : known;
    }

    private static EndpointCapabilities? ReadKind(JsonMember kind, EndpointCapabilities? known, CatalogValues values)
    {
        if (kind.Value.Kind == JsonKind.Null)
        {
            return null;
        }

        var capabilities = known ?? new EndpointCapabilities();
        foreach (var member in values.Members(kind.Value, $"'{kind.Name}'"))
        {
            capabilities = member.Name switch
            {
                "streaming" => capabilities with { Streaming = values.Flag(member) },
                "structured" => capabilities with { Structured = values.Flag(member) },
                "jsonMode" => capabilities with { JsonMode = values.Flag(member) },
                "tools" => capabilities with { Tools = ReadTools(member, values) },
                "image" => capabilities with { Image = values.Flag(member) },
                "pdf" => capabilities with { Pdf = values.Flag(member) },
                "batch" => capabilities with { Batch = values.Flag(member) },
                "background" => capabilities with { Background = values.Flag(member) },
                _ => Unknown(member, capabilities, values),
            };
        }

        return kind.Value.Kind == JsonKind.Object ? capabilities : known;
    }

    private static ToolSupport? ReadTools(JsonMember member, CatalogValues values)
    {
        switch (member.Value)
        {
            case { Kind: JsonKind.Null }:
                return null;
            case { Kind: JsonKind.True }:
                return ToolSupport.Yes;
            case { Kind: JsonKind.False }:
                return ToolSupport.No;
            case { Kind: JsonKind.String, Text: "withEffortNone" }:
                return ToolSupport.WithEffortNone;
            default:
                values.Report(member.Value.Position, "'tools' must be true, false or \"withEffortNone\".");
                return null;
        }
    }

    private static EndpointCapabilities Unknown(JsonMember member, EndpointCapabilities capabilities, CatalogValues values)
    {
        values.ReportUnknownField(member, CatalogFields.EndpointCapabilities);
        return capabilities;
    }
}
