using System.Text.Json;
using TypedLlm.Catalog;
using TypedLlm.Tool.Cli;
using TypedLlm.Tool.Reports;

namespace TypedLlm.Tool.Catalogs;

/// <summary>Writes the facts of a model under the names that catalog files have for them. What is not known is left out.</summary>
internal static class ModelJson
{
    public static void WriteFacts(Utf8JsonWriter json, ModelFacts model)
    {
        json.WriteString("id", model.Id);
        WriteNames(json, "shortNames", model.ShortNames);
        WriteNames(json, "snapshots", model.Snapshots);
        json.WriteKnown("provider", model.Provider);
        json.WriteKnown("released", model.Released?.ToString());
        json.WriteKnown("purpose", model.Purpose is { } purpose ? CatalogWords.Purposes[(int)purpose] : null);
        json.WriteKnown("contextWindow", model.ContextWindow);
        json.WriteKnown("maxInputTokens", model.MaxInputTokens);
        json.WriteKnown("maxOutputTokens", model.MaxOutputTokens);
        if (model.Capabilities is { } capabilities)
        {
            json.WriteStartObject("capabilities");
            WriteCapabilities(json, "responses", capabilities.Responses);
            WriteCapabilities(json, "chat", capabilities.Chat);
            json.WriteEndObject();
        }

        if (model.Efforts is { } efforts)
        {
            WriteArray(json, "efforts", efforts);
        }

        json.WriteKnown("defaultEffort", model.DefaultEffort);
        json.WriteKnown("temperature", model.Temperature is { } rule ? CatalogWords.TemperatureRules[(int)rule] : null);
        WriteTiers(json, model.Tiers);
        WritePrice(json, model.Price);
        json.WriteKnown("status", model.Status is { } status ? CatalogWords.Statuses[(int)status] : null);
        json.WriteKnown("shutdownDate", model.ShutdownDate?.ToString());
        if (model.Replacement is { } replacement)
        {
            json.WriteStartObject("replacement");
            json.WriteString("id", replacement.Id);
            json.WriteKnown("reasoningMode", replacement.ReasoningMode);
            json.WriteEndObject();
        }
    }

    private static void WriteCapabilities(Utf8JsonWriter json, string name, EndpointCapabilities? can)
    {
        if (can is null)
        {
            return;
        }

        json.WriteStartObject(name);
        WriteFlag(json, "streaming", can.Streaming);
        WriteFlag(json, "structured", can.Structured);
        WriteFlag(json, "jsonMode", can.JsonMode);
        if (can.Tools == ToolSupport.WithEffortNone)
        {
            json.WriteString("tools", "withEffortNone");
        }
        else
        {
            WriteFlag(json, "tools", can.Tools is { } tools ? tools == ToolSupport.Yes : null);
        }

        WriteFlag(json, "image", can.Image);
        WriteFlag(json, "pdf", can.Pdf);
        WriteFlag(json, "batch", can.Batch);
        WriteFlag(json, "background", can.Background);
        json.WriteEndObject();
    }

    private static void WriteTiers(Utf8JsonWriter json, TierSupport? tiers)
    {
        if (tiers is not null)
        {
            json.WriteStartObject("tiers");
            WriteFlag(json, "flex", tiers.Flex);
            WriteFlag(json, "scale", tiers.Scale);
            WriteFlag(json, "priority", tiers.Priority);
            WriteFlag(json, "ultrafast", tiers.Ultrafast);
            json.WriteEndObject();
        }
    }

    private static void WritePrice(Utf8JsonWriter json, ModelPrice? price)
    {
        if (price is null)
        {
            return;
        }

        json.WriteStartObject("price");
        WritePrices(json, price);
        if (price.LongContext is { } longContext)
        {
            json.WriteStartObject("longContext");
            json.WriteNumber("aboveInputTokens", longContext.AboveInputTokens);
            WritePrices(json, longContext);
            json.WriteEndObject();
        }

        json.WriteKnown("batchMultiplier", price.BatchMultiplier);
        json.WriteEndObject();
    }

    private static void WritePrices(Utf8JsonWriter json, TokenPrices prices)
    {
        json.WriteKnown("input", prices.Input);
        json.WriteKnown("cachedInput", prices.CachedInput);
        json.WriteKnown("cacheWrite", prices.CacheWrite);
        json.WriteKnown("output", prices.Output);
    }

    private static void WriteNames(Utf8JsonWriter json, string name, EquatableArray<string> values)
    {
        if (!values.IsEmpty)
        {
            WriteArray(json, name, values);
        }
    }

    private static void WriteArray(Utf8JsonWriter json, string name, EquatableArray<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static void WriteFlag(Utf8JsonWriter json, string name, bool? value)
    {
        if (value is { } flag)
        {
            json.WriteBoolean(name, flag);
        }
    }
}
