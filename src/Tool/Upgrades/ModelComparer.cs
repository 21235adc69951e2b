using TypedLlm.Catalog;
using TypedLlm.Tool.Catalogs;

namespace TypedLlm.Tool.Upgrades;

/// <summary>Finds the facts in which two models differ.</summary>
internal static class ModelComparer
{
    private const string Lost = "lost";
    private const string Won = "won";

    public static IReadOnlyList<ModelDifference> Compare(ModelFacts old, ModelFacts next, CatalogDate today) =>
    [
        .. All(old, next, today).Where(static difference => difference.Old != difference.New),
    ];

    private static IEnumerable<ModelDifference> All(ModelFacts old, ModelFacts next, CatalogDate today) =>
    [
        new("provider", old.Provider ?? ModelWords.Unknown, next.Provider ?? ModelWords.Unknown, ""),
        new("made for", ModelWords.Purpose(old.Purpose), ModelWords.Purpose(next.Purpose), ""),
        new("status", ModelWords.Lifetime(old, today), ModelWords.Lifetime(next, today), ""),
        Tokens("context window", old.ContextWindow, next.ContextWindow),
        Tokens("longest input", old.MaxInputTokens, next.MaxInputTokens),
        Tokens("longest output", old.MaxOutputTokens, next.MaxOutputTokens),
        .. Features(old, next, EndpointKind.Responses, "responses"),
        .. Features(old, next, EndpointKind.Chat, "chat"),
        Efforts(old, next),
        new("default effort", old.DefaultEffort ?? ModelWords.Unknown, next.DefaultEffort ?? ModelWords.Unknown, ""),
        new("temperature", ModelWords.Temperature(old.Temperature), ModelWords.Temperature(next.Temperature), ""),
        .. CatalogFields.Tiers.Select(tier => Flag($"tier {tier}", old.Tiers?.Takes(tier), next.Tiers?.Takes(tier))),
        .. Prices("", old.Price, next.Price),
        .. Prices(" of long input", old.Price?.LongContext, next.Price?.LongContext),
        Tokens("long input begins above", old.Price?.LongContext?.AboveInputTokens, next.Price?.LongContext?.AboveInputTokens),
        Amount("batch, part of the price", old.Price?.BatchMultiplier, next.Price?.BatchMultiplier),
    ];

    private static IEnumerable<ModelDifference> Features(ModelFacts old, ModelFacts next, EndpointKind endpoint, string name) =>
        ModelFeature.Names.Select(feature => new ModelFeature(feature, endpoint)).Select(feature =>
            feature.Name == "tools" && (old.Capabilities?.On(endpoint)?.Tools, next.Capabilities?.On(endpoint)?.Tools) is var (before, after)
                && (before == ToolSupport.WithEffortNone || after == ToolSupport.WithEffortNone)
            ? new ModelDifference($"{name}: tools", Tools(before), Tools(after), "")
            : Flag($"{name}: {feature.Name}", feature.IsOf(old), feature.IsOf(next)));

    private static string Tools(ToolSupport? support) =>
        support == ToolSupport.WithEffortNone ? "only with effort none" : ModelWords.Flag(support is { } known ? known == ToolSupport.Yes : null);

    private static IEnumerable<ModelDifference> Prices(string of, TokenPrices? old, TokenPrices? next) =>
    [
        Amount($"input{of}, $/1M", old?.Input, next?.Input),
        Amount($"cached input{of}, $/1M", old?.CachedInput, next?.CachedInput),
        Amount($"cache write{of}, $/1M", old?.CacheWrite, next?.CacheWrite),
        Amount($"output{of}, $/1M", old?.Output, next?.Output),
    ];

    private static ModelDifference Efforts(ModelFacts old, ModelFacts next)
    {
        var change = old.Efforts is { } before && next.Efforts is { } after
            ? string.Join("; ", ((string[])[Listed(Lost, before.Except(after)), Listed(Won, after.Except(before))]).Where(static part => part.Length > 0))
            : "";
        return new ModelDifference("efforts", ModelWords.Efforts(old.Efforts), ModelWords.Efforts(next.Efforts), change);
    }

    private static string Listed(string what, IEnumerable<string> efforts) => string.Join(", ", efforts) is { Length: > 0 } list ? $"{what} {list}" : "";

    private static ModelDifference Tokens(string what, int? old, int? next) =>
        new(what, ModelWords.Tokens(old), ModelWords.Tokens(next), ModelWords.Percent(old, next));

    private static ModelDifference Amount(string what, decimal? old, decimal? next) =>
        new(what, ModelWords.Dollars(old), ModelWords.Dollars(next), ModelWords.Percent(old, next));

    private static ModelDifference Flag(string what, bool? old, bool? next) =>
        new(what, ModelWords.Flag(old), ModelWords.Flag(next), (old, next) switch
        {
            (true, false) => Lost,
            (false, true) => Won,
            _ => "",
        });
}
