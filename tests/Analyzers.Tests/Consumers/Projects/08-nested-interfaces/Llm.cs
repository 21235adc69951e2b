using TypedLlm;

namespace WideWorld.Importers;

public static class Llm
{
    [LlmEndpoint(Primary = "gpt-5.5", Fallback = "gpt-5.6-terra")]
    public interface ICustoms
    {
        [Prompt("The customs code of: {goods}")]
        Task<string> CodeAsync(string goods, CancellationToken ct = default);
    }

    internal static class Internal
    {
        [LlmEndpoint(Primary = "gpt-5.4", Fallback = "gpt-5.4-nano")]
        internal interface IDocuments
        {
            [Prompt("The sender of this letter:\n{letter}")]
            Task<string> SenderAsync([Untrusted] string letter, CancellationToken ct = default);
        }
    }
}

public sealed class Declaration(Llm.ICustoms customs)
{
    public Task<string[]> CodesAsync(IEnumerable<string> goods, CancellationToken ct) =>
        Task.WhenAll(goods.Select(item => customs.CodeAsync(item, ct)));
}
