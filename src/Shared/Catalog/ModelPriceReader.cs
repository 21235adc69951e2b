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
            switch (member.Name)
            {
                case "input":
                    read = read with { Input = values.Amount(member) };
                    break;
                case "cachedInput":
                    read = read with { CachedInput = values.Amount(member) };
                    break;
                case "cacheWrite":
                    read = read with { CacheWrite = values.Amount(member) };
                    break;
                case "output":
                    read = read with { Output = values.Amount(member) };
                    break;
                case "batchMultiplier":
                    read = read with { BatchMultiplier = values.Amount(member) };
                    break;
                case "longContext":
                    read = read with { LongContext = ReadLongContext(member, values) };
                    break;
                default:
                    values.ReportUnknownField(member);
                    break;
            }
        }

        return price.Value.Kind == JsonKind.Object ? read : null;
    }

    private static LongContextPrice? ReadLongContext(JsonMember price, CatalogValues values)
    {
        if (price.Value.Kind == JsonKind.Null)
        {
            return null;
        }

        var read = new LongContextPrice();
        foreach (var member in values.Members(price.Value, "'longContext'"))
        {
            switch (member.Name)
            {
                case "aboveInputTokens":
                    read = read with { AboveInputTokens = values.Count(member) };
                    break;
                case "input":
                    read = read with { Input = values.Amount(member) };
                    break;
                case "cachedInput":
                    read = read with { CachedInput = values.Amount(member) };
                    break;
                case "cacheWrite":
                    read = read with { CacheWrite = values.Amount(member) };
                    break;
                case "output":
                    read = read with { Output = values.Amount(member) };
                    break;
                default:
                    values.ReportUnknownField(member);
                    break;
            }
        }

        if (read.AboveInputTokens is null && price.Value.Kind == JsonKind.Object)
        {
            values.Report(price.Position, "'longContext' needs 'aboveInputTokens'.");
        }

        return read.AboveInputTokens is null ? null : read;
    }
}
