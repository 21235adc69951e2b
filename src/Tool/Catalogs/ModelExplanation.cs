using TypedLlm.Catalog;
using TypedLlm.Tool.Cli;

namespace TypedLlm.Tool.Catalogs;

/// <summary>All that is known of one model, and what is not.</summary>
internal sealed class ModelExplanation(ModelResolution model, ModelFacts facts, ModelCatalog catalog, CatalogDate today)
{
    private const int LabelWidth = 14;

    public void WriteText(TextWriter output)
    {
        output.WriteLine(model.Name == model.Id ? model.Id : $"{model.Name} stands for {model.Id}{(model.Alias is { } alias ? $" (alias '{alias}')" : "")}");
        if (facts.Id != model.Id)
        {
            output.WriteLine($"{model.Id} is a snapshot of {facts.Id}");
        }

        Line(output, "names", Join(NamesOf().Select(static name => $"{name.Name} ({name.Kind})")));
        Line(output, "provider", facts.Provider ?? ModelWords.Unknown);
        Line(output, "made for", ModelWords.Purpose(facts.Purpose));
        Line(output, "released", facts.Released?.ToString() ?? ModelWords.Unknown);
        Line(output, "status", ModelWords.Lifetime(facts, today));
        Line(output, "allowed", Policy());
        WriteLimits(output);
        WritePrice(output);
        Line(output, "responses", Features(EndpointKind.Responses));
        Line(output, "chat", Features(EndpointKind.Chat));
        Line(output, "replaced by", ReplacedBy());
        Line(output, "replaces", Join(Replaces()));
        Line(output, "as of", catalog.AsOf.ToString());
    }

    public void WriteJson(ToolHost host) => JsonOutput.Write(host, json =>
    {
        json.WriteStartObject();
        json.WriteString("asOf", catalog.AsOf.ToString());
        json.WriteString("name", model.Name);
        json.WriteString("standsFor", model.Id);
        json.WriteStartArray("names");
        foreach (var (name, kind) in NamesOf())
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteString("kind", kind);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteBoolean("allowed", catalog.IsAllowed(model.Id));
        json.WriteStartArray("replaces");
        foreach (var id in Replaces())
        {
            json.WriteStringValue(id);
        }

        json.WriteEndArray();
        json.WriteStartObject("model");
        ModelJson.WriteFacts(json, facts);
        json.WriteEndObject();
        json.WriteEndObject();
    });

    private void WriteLimits(TextWriter output)
    {
        Line(output, "context", $"{ModelWords.Tokens(facts.ContextWindow)} tokens: input {ModelWords.Tokens(facts.MaxInputTokens)}, output {ModelWords.Tokens(facts.MaxOutputTokens)}");
        Line(output, "efforts", facts.Efforts is { IsEmpty: true } ? ModelWords.Efforts(facts.Efforts) : $"{ModelWords.Efforts(facts.Efforts)}; default {facts.DefaultEffort ?? ModelWords.Unknown}");
        Line(output, "temperature", ModelWords.Temperature(facts.Temperature));
        Line(output, "tiers", Join(CatalogFields.Tiers.Select(tier => $"{tier} {ModelWords.Flag(facts.Tiers?.Takes(tier))}")));
    }

    private void WritePrice(TextWriter output)
    {
        if (facts.Price is not { } price)
        {
            Line(output, "price", ModelWords.Unknown);
            return;
        }

        Line(output, "price", $"{Prices(price)} (US dollars per million tokens)");
        if (price.LongContext is { } longContext)
        {
            Line(output, "", $"{Prices(longContext)} where the input has more than {ModelWords.Tokens(longContext.AboveInputTokens)} tokens");
        }

        Line(output, "", price.BatchMultiplier is { } part ? $"a batch costs {ModelWords.Dollars(part)} of it" : "price of a batch unknown");
        Line(output, "highest cost", $"{ModelWords.Dollars(CallCost.Highest(facts))} for one request with the longest input and answer");
    }

    private static string Prices(TokenPrices prices) =>
        $"in {ModelWords.Dollars(prices.Input)}, cached {ModelWords.Dollars(prices.CachedInput)}, cache write {ModelWords.Dollars(prices.CacheWrite)}, out {ModelWords.Dollars(prices.Output)}";

    private string Features(EndpointKind endpoint)
    {
        if (facts.Capabilities is null)
        {
            return ModelWords.Unknown;
        }

        return facts.Capabilities.On(endpoint) is not { } can ? "not offered" : Join(ModelFeature.Names.Select(name => name == "tools" && can.Tools == ToolSupport.WithEffortNone
            ? "tools only with effort none"
            : $"{name} {ModelWords.Flag(new ModelFeature(name, endpoint).IsOf(facts))}"));
    }

    private string Policy() => catalog.IsAllowed(model.Id) ? "yes" : catalog.IsDenied(model.Id) ? "no: on the deny list" : "no: not on the allow list";

    private string ReplacedBy()
    {
        if (facts.Replacement is not { } named)
        {
            return "nothing that the provider named";
        }

        var live = catalog.LiveReplacement(facts, today);
        return With(named.Id, named.ReasoningMode)
            + (live is null ? ", of which no live successor is known" : live.Facts.Id == named.Id ? "" : $", and that by {With(live.Facts.Id, live.ReasoningMode)}, which is live");
    }

    private static string With(string id, string? mode) => mode is null ? id : $"{id} in reasoning mode {mode}";

    private IEnumerable<string> Replaces() =>
        catalog.Models.Where(other => other.Replacement is { } named && catalog.Find(named.Id)?.Id == facts.Id).Select(static other => other.Id);

    private IEnumerable<(string Name, string Kind)> NamesOf() => catalog.Names
        .Where(name => name.Facts?.Id == facts.Id && name.Name != facts.Id)
        .Select(static name => (name.Name, name.Alias is not null ? "alias" : name.Name == name.Id ? "snapshot" : "short name"))
        .OrderBy(static name => name.Item2, StringComparer.Ordinal).ThenBy(static name => name.Name, StringComparer.Ordinal);

    private static string Join(IEnumerable<string> parts) => string.Join(", ", parts) is { Length: > 0 } text ? text : "none";

    private static void Line(TextWriter output, string label, string text) => output.WriteLine($"  {label.PadRight(LabelWidth)}{text}");
}
