using TypedLlm;

namespace Guides;

// <constants>
[LlmEndpoint(Primary = LlmModels.Gpt6Luna, Fallback = LlmModels.Gpt56Luna)]
public interface ITranslator
{
    [Prompt("Translate into {language}: {text}")]
    Task<string> TranslateAsync(string language, [Untrusted] string text, CancellationToken ct = default);
}
// </constants>

// <refine>
[LlmEndpoint(Primary = "6-luna", Fallback = "5.6-luna")]
public interface IReviewer
{
    [Prompt("List the risks of this change:\n{diff}")]
    Task<string> ListRisksAsync([Untrusted] string diff, CancellationToken ct = default);

    [Prompt("Find the bug in this change:\n{diff}")]
    [LlmEndpoint(Primary = "5.4", Fallback = "5.6-sol", Effort = Effort.High, OnInterrupted = InterruptedStream.Restart)]
    IAsyncEnumerable<LlmEvent<string>> FindBugAsync([Untrusted] string diff, CancellationToken ct = default);
}
// </refine>
