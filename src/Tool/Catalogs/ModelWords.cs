using System.Globalization;
using TypedLlm.Catalog;

namespace TypedLlm.Tool.Catalogs;

/// <summary>Facts of models as words for people. What is not known is said to be unknown.</summary>
internal static class ModelWords
{
    public const string Unknown = "unknown";

    public static string Tokens(int? count) => count?.ToString("N0", CultureInfo.InvariantCulture) ?? Unknown;

    /// <summary>An amount of US dollars: cents at least, and no zeros behind them.</summary>
    public static string Dollars(decimal? amount) => amount?.ToString("0.00##########", CultureInfo.InvariantCulture) ?? Unknown;

    /// <summary>What a change is in parts of what was; empty if one is not known.</summary>
    public static string Percent(decimal? from, decimal? to) => (from, to) switch
    {
        (null, _) or (_, null) => "",
        _ when from == to => "same",
        (0, _) => "",
        _ => ((to.Value - from.Value) / from.Value * 100).ToString("+0.#;-0.#", CultureInfo.InvariantCulture) + " %",
    };

    public static string Flag(bool? value) => value switch
    {
        true => "yes",
        false => "no",
        null => Unknown,
    };

    public static string Efforts(EquatableArray<string>? efforts) =>
        efforts is { } known ? known.IsEmpty ? "takes none" : string.Join(", ", known) : Unknown;

    public static string Temperature(TemperatureRule? rule) => rule switch
    {
        TemperatureRule.Allowed => "any",
        TemperatureRule.Rejected => "only 1",
        TemperatureRule.WithEffortNone => "other than 1 only with effort none",
        TemperatureRule.NotWithDefaultEffort => "only 1 with the default effort; with other efforts unknown",
        _ => Unknown,
    };

    public static string Purpose(ModelPurpose? purpose) => purpose is { } known ? CatalogWords.Purposes[(int)known] : Unknown;

    /// <summary>Whether it answers on a day, and until when.</summary>
    public static string Lifetime(ModelFacts model, CatalogDate today) => ModelLifetimes.Of(model, today) switch
    {
        ModelLifetime.ShutDown => model.ShutdownDate is { } date ? $"shut down on {date}" : "shut down",
        ModelLifetime.Retiring => $"retires on {model.ShutdownDate}",
        _ => model.Status == ModelStatus.Deprecated ? "deprecated" : "live",
    };

    /// <summary>What it can do on a kind of endpoint; what is not known has a question mark behind it.</summary>
    public static string Features(ModelFacts model, EndpointKind endpoint)
    {
        if (model.Capabilities is null)
        {
            return Unknown;
        }

        return model.Capabilities.On(endpoint) is null ? "not offered" : string.Join(' ', ModelFeature.Names
            .Select(name => (Name: name, Can: new ModelFeature(name, endpoint).IsOf(model)))
            .Where(static feature => feature.Can is not false)
            .Select(static feature => feature.Can is null ? $"{feature.Name}?" : feature.Name));
    }
}
