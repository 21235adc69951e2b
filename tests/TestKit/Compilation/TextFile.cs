using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace TypedLlm.TestKit;

/// <summary>An additional file of a test.</summary>
/// <param name="path">The whole path.</param>
/// <param name="text">The content; null for a file that cannot be read.</param>
public sealed class TextFile(string path, string? text) : AdditionalText
{
    /// <inheritdoc/>
    public override string Path => path;

    /// <inheritdoc/>
    public override SourceText? GetText(CancellationToken cancellationToken = default) => text is null ? null : SourceText.From(text);
}
