using TypedLlm.Chains;
using TypedLlm.Tool.Chains;

namespace TypedLlm.Tool.Upgrades;

/// <summary>What an upgrade means for one method in one environment.</summary>
/// <param name="Chain">The chain as it is.</param>
/// <param name="Index">The place of the old model.</param>
internal sealed record MethodUpgrade(WrittenChain Chain, int Index)
{
    /// <summary>What would be wrong with the chain that is not wrong now.</summary>
    public required IReadOnlyList<ChainProblem> Findings { get; init; }

    /// <summary>What the parameters of the method mean to the new model.</summary>
    public required IReadOnlyList<string> Parameters { get; init; }

    /// <summary>The highest cost of a request in USD; null is unknown.</summary>
    public required decimal? OldCost { get; init; }

    /// <summary>The highest cost of a request in USD; null is unknown.</summary>
    public required decimal? NewCost { get; init; }

    /// <summary>How it is made; empty where the new model cannot serve.</summary>
    public IReadOnlyList<ChainEdit> Edits { get; init; } = [];

    /// <summary>Whether the running app would ask the new model.</summary>
    public required bool CanServe { get; init; }
}
