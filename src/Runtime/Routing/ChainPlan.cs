using TypedLlm.Chains;
using TypedLlm.CompilerServices;

namespace TypedLlm.Routing;

/// <summary>What a method's chain comes to with the catalogs and settings of this process. Made once for each method.</summary>
/// <param name="Method">The method.</param>
/// <param name="Targets">The models in the order in which they are asked.</param>
/// <param name="Needs">What a call without options of its own needs of a model.</param>
internal sealed record ChainPlan(EndpointMethod Method, IReadOnlyList<PlannedTarget> Targets, CallNeeds Needs)
{
    /// <summary>The method as errors, logs and spans name it.</summary>
    public string Name { get; } = $"{Method.Endpoint}.{Method.Name}";
}
