using TypedLlm.Catalog;
using TypedLlm.Chains;
using TypedLlm.Routing;

namespace TypedLlm.Tool.Verification;

/// <summary>A chain as one environment runs it for one method, or a model that is named on the command line.</summary>
/// <param name="Method">The method as <c>Shop.ISupportDesk.AnswerAsync</c>; null for a named model.</param>
/// <param name="Names">The models as written, the primary first.</param>
/// <param name="Needs">What is asked of each of them.</param>
/// <param name="Catalog">What the names are looked up in.</param>
internal sealed record CheckedChain(string? Method, IReadOnlyList<string> Names, IReadOnlyList<MethodNeeds> Needs, ModelCatalog Catalog)
{
    /// <summary>The models as the app resolves them; null where it would refuse the chain, or there is no app.</summary>
    public IReadOnlyList<ChainTarget>? Targets { get; init; }

    /// <summary>Whether only what is needed counts, since the model is judged for all else where it is used.</summary>
    public bool IsJudgedByNeedsAlone { get; init; }

    /// <summary>What else the chain is judged by; the day and the lock are those of the run.</summary>
    public required ChainOptions Options { get; init; }
}
