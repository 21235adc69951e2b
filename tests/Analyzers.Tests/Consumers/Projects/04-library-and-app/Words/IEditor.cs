using System.Runtime.CompilerServices;
using TypedLlm;

[assembly: InternalsVisibleTo("Litware.Studio")]

namespace Litware.Words;

/// <summary>Edits texts.</summary>
[LlmEndpoint(Primary = "gpt-6-sol", Fallback = "gpt-5.5")]
public interface IEditor
{
    /// <summary>Shortens a text.</summary>
    [Prompt("Shorten to {words} words:\n{text}")]
    ValueTask<string> ShortenAsync(string text, int words, CancellationToken ct = default);
}

[LlmEndpoint(Primary = "gpt-5.4-nano", NoFallback = "A missing title is filled in by hand.")]
internal interface ITitler
{
    [Prompt("A title for:\n{text}")]
    Task<string> TitleAsync(string text, CancellationToken ct = default);
}
