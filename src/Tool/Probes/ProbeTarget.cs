using TypedLlm.Catalog;

namespace TypedLlm.Tool.Probes;

/// <summary>A model as an environment reaches it.</summary>
/// <param name="Id">The id in chains and in the lock.</param>
/// <param name="WireName">The name that requests carry: the id, or the name of its deployment.</param>
/// <param name="Facts">What the catalog knows; null if nothing.</param>
/// <param name="Provider">Who serves it, under which key.</param>
internal sealed record ProbeTarget(string Id, string WireName, ModelFacts? Facts, ProviderSettings Provider);
