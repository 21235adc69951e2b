using TypedLlm.Catalog;
using TypedLlm.Locks;

namespace TypedLlm.Chains;

/// <summary>What a chain is judged by beside its needs.</summary>
/// <param name="Today">The day that dates are compared with: the catalog's at build time, the clock's at run time.</param>
/// <param name="NoFallback">The reason to do without a fallback; null or blank if there is none.</param>
/// <param name="MaxFallbackPriceRatio">How many times the primary's output price a fallback may cost; null is no limit.</param>
internal sealed record ChainOptions(CatalogDate Today, string? NoFallback = null, double? MaxFallbackPriceRatio = null)
{
    public const int DefaultMaxAttempts = 3;

    public const string AnyCaller = "a call";

    public const int DefaultRetirementHorizonDays = 90;

    /// <summary>What was seen of the account; known at build time only.</summary>
    public ModelLock Lock { get; init; } = ModelLock.None;

    /// <summary>Whether a model that refuses a need is a problem. If not, the needs only choose what is suggested.</summary>
    public bool JudgesNeeds { get; init; } = true;

    public bool RequireFallback { get; init; } = true;

    /// <summary>For how many days to come a model must be live.</summary>
    public int RetirementHorizonDays { get; init; } = DefaultRetirementHorizonDays;

    /// <summary>The most requests of a call.</summary>
    public int MaxAttempts { get; init; } = DefaultMaxAttempts;

    /// <summary>Who sends no more requests than that, as the subject of a sentence.</summary>
    public string Caller { get; init; } = AnyCaller;

    /// <summary>Whether the running app keeps to <see cref="MaxFallbackPriceRatio"/>, which it knows from attributes only.</summary>
    public bool PassesOverDearModels { get; init; }
}
