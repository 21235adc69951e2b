using TypedLlm.Catalog;
using TypedLlm.Tool.Probes;

namespace TypedLlm.Tool.Verification;

/// <summary>A model that an environment asks.</summary>
/// <param name="Id">The id in chains and in the lock.</param>
/// <param name="ProviderName">Who serves it, by the catalog.</param>
/// <param name="Provider">The settings of that provider; null if there are none.</param>
/// <param name="Facts">What the catalog knows; null if nothing.</param>
/// <param name="IsProbed">Whether it may be asked: not what the running app passes over.</param>
internal sealed record ModelTarget(string Id, string ProviderName, ProviderSettings? Provider, ModelFacts? Facts, bool IsProbed)
{
    /// <summary>What is to be tried, if anything is.</summary>
    public required IReadOnlyList<ProbeRequest> Requests { get; init; }
}
