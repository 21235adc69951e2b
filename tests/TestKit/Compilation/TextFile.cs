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

    /// <summary>The path that the file's item gives it in the project, as <see cref="BuildProperties"/> tells it.</summary>
    public string? Link { get; init; }

    /// <inheritdoc/>
    public override SourceText? GetText(CancellationToken cancellationToken = default) => text is null ? null : SourceText.From(text);
}
