using TypedLlm.Catalog;
using TypedLlm.Chains;

namespace TypedLlm.Tool.Verification;

/// <summary>A chain as one environment runs it for one method, or a model that is named on the command line.</summary>
/// <param name="Method">The method as <c>Shop.ISupportDesk.AnswerAsync</c>; null for a named model.</param>
/// <param name="Names">The models as written, the primary first.</param>
/// <param name="Needs">What is asked of each of them.</param>
/// <param name="Catalog">What the names are looked up in.</param>
internal sealed record CheckedChain(string? Method, IReadOnlyList<string> Names, IReadOnlyList<MethodNeeds> Needs, ModelCatalog Catalog)
{
    /// <summary>What else the chain is judged by; the day and the lock are those of the run.</summary>
    public required ChainOptions Options { get; init; }
}
