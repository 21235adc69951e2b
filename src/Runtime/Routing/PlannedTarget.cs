using TypedLlm.Registry;

namespace TypedLlm.Routing;

/// <summary>A model of a chain with who serves it.</summary>
internal sealed record PlannedTarget : ChainTarget
{
    public PlannedTarget(ChainTarget target, Provider provider)
        : base(target) => Provider = provider;

    public Provider Provider { get; }
}
