using TypedLlm.Catalog;
using TypedLlm.Tool.Chains;

namespace TypedLlm.Tool.Upgrades;

/// <summary>A way to put the new model in the old one's place.</summary>
/// <param name="Where">What to edit.</param>
/// <param name="Text">What to write there.</param>
internal sealed record ChainEdit(string Where, string Text)
{
    private const string ModelsFile = "typedllm.models.json";

    /// <summary>The edit of the place where the chain is written, and the one that leaves it alone.</summary>
    /// <param name="chain">The chain.</param>
    /// <param name="index">The place of the old model.</param>
    /// <param name="next">The name of the new one.</param>
    /// <param name="allCanChange">Whether every method may go to the new model: an alias takes all with it.</param>
    public static IReadOnlyList<ChainEdit> Of(WrittenChain chain, int index, string next, bool allCanChange)
    {
        var written = chain.Catalog.Resolve(chain.Names[index]);
        ChainEdit[] alias = allCanChange ? [new ChainEdit(ModelsFile, $"\"aliases\": {{ \"{written.Alias ?? written.Name}\": \"{next}\" }}")] : [];
        if (chain.Configured is { } configured)
        {
            return [new ChainEdit("settings", $"{configured.Path}:{index} = \"{next}\""), .. alias];
        }

        // An alias exists so that code need not change.
        return written.Alias is not null && allCanChange
            ? alias
            : [new ChainEdit($"[LlmEndpoint] of {chain.Method.FullName} or its interface, or the [LlmChain] that it names", Attribute(index, next)), .. alias];
    }

    private static string Attribute(int index, string next) => index switch
    {
        0 => $"Primary = \"{next}\"",
        1 => $"Fallback = \"{next}\"",
        _ => $"Fallbacks = [ … \"{next}\" … ]",
    };
}
