using System.Globalization;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedLlm.Analyzers.Catalog;
using TypedLlm.Analyzers.Chains;
using TypedLlm.Chains;

namespace TypedLlm.Analyzers.Options;

/// <summary>The options of the chain rules, as they hold for one source file.</summary>
internal static class ChainSettings
{
    private const int MaxDays = 36_500;

    public static readonly AnalyzerOption<bool> RequireFallback = new(
        "typedllm_require_fallback", "TypedLlmRequireFallback", true, "true or false", bool.TryParse);

    public static readonly AnalyzerOption<int> RetirementHorizonDays = new(
        "typedllm_retirement_horizon_days",
        "TypedLlmRetirementHorizonDays",
        ChainOptions.DefaultRetirementHorizonDays,
        "a whole number of days from 0 to 36500",
        TryParseDays);

    public static readonly AnalyzerOption<double?> MaxFallbackPriceRatio = new(
        "typedllm_max_fallback_price_ratio", "TypedLlmMaxFallbackPriceRatio", null, "a number above 0, or none", TryParseRatio);

    public static IReadOnlyList<IAnalyzerOption> All { get; } = [RequireFallback, RetirementHorizonDays, MaxFallbackPriceRatio];

    /// <summary>What a chain is judged by in the source file that it stands in.</summary>
    public static ChainOptions For(EndpointChain chain, AnalyzerOptions analyzer, ProjectModels models)
    {
        var options = analyzer.AnalyzerConfigOptionsProvider.GetOptions(chain.Declaration.Locations[0].SourceTree!);
        var limit = chain.LowestLimit;
        return new ChainOptions(models.Today, chain.NoFallback, chain.MaxFallbackPriceRatio ?? MaxFallbackPriceRatio.Read(options))
        {
            RequireFallback = RequireFallback.Read(options),
            RetirementHorizonDays = RetirementHorizonDays.Read(options),
            MaxAttempts = limit?.MaxAttempts ?? int.MaxValue,
            Caller = limit?.Caller ?? ChainOptions.AnyCaller,
            PassesOverDearModels = chain.LimitsPrice,
            Lock = models.Lock,
        };
    }

    private static bool TryParseDays(string text, out int days) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out days) && days <= MaxDays;

    private static bool TryParseRatio(string text, out double? ratio)
    {
        var isNumber = double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number > 0;
        ratio = isNumber ? number : null;
        return isNumber || string.Equals(text, "none", StringComparison.OrdinalIgnoreCase);
    }
}
