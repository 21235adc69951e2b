using TypedLlm.Registry;

namespace TypedLlm.Routing;

/// <summary>A model of a chain with who serves it.</summary>
internal sealed record PlannedTarget : ChainTarget
{
    public PlannedTarget(ChainTarget target, Provider provider)
        : base(target)
    {
        Provider = provider;
        WireName = provider.WireNameOf(target.Id);
    }

    public Provider Provider { get; }

    /// <summary>The name that requests carry: the id, or that of its deployment.</summary>
    public string WireName { get; }
}
