namespace TypedLlm.Catalog;

/// <summary>Reads a price as a whole: a stated price replaces a known one, since parts of two prices are no price.</summary>
internal static class ModelPriceReader
{
    public static ModelPrice? Read(JsonMember price, CatalogValues values)
    {
        if (price.Value.Kind == JsonKind.Null)
        {
            return null;
        }

        var read = new ModelPrice();
        foreach (var member in values.Members(price.Value, "'price'"))
        {
            read = member.Name switch
            {
                "batchMultiplier" => read with { BatchMultiplier = values.Amount(member) },
                "longContext" => read with { LongContext = ReadLongContext(member, values) },
                _ => ReadTokens(member, read, CatalogFields.Price, values),
            };
        }

        return price.Value.Kind == JsonKind.Object ? read : null;
    }

    private static LongContextPrice? ReadLongContext(JsonMember price, CatalogValues values)
    {
        if (price.Value.Kind == JsonKind.Null)
        {
            return null;
        }

        int? limit = null;
        var read = new LongContextPrice { AboveInputTokens = 0 };
        foreach (var member in values.Members(price.Value, "'longContext'"))
        {
            if (member.Name == "aboveInputTokens")
            {
                limit = values.Count(member);
            }
            else
            {
                read = ReadTokens(member, read, CatalogFields.LongContextPrice, values);
            }
        }

        if (limit is null && price.Value.Kind == JsonKind.Object)
        {
            values.Report(price.Position, "'longContext' needs 'aboveInputTokens'.");
        }

        return limit is { } tokens ? read with { AboveInputTokens = tokens } : null;
    }

    private static T ReadTokens<T>(JsonMember member, T prices, EquatableArray<string> fields, CatalogValues values)
        where T : TokenPrices
    {
        TokenPrices known = prices;
        switch (member.Name)
        {
            case "input":
                return (T)(known with { Input = values.Amount(member) });
            case "cachedInput":
                return (T)(known with { CachedInput = values.Amount(member) });
            case "cacheWrite":
                return (T)(known with { CacheWrite = values.Amount(member) });
            case "output":
                return (T)(known with { Output = values.Amount(member) });
            default:
                values.ReportUnknownField(member, fields);
                return prices;
        }
    }
}
