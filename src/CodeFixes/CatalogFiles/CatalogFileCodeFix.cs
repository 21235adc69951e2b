using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace TypedLlm.CodeFixes;

/// <summary>The base of fixes that write into the project's <c>typedllm.models.json</c>, which they make beside the project file if there is none.</summary>
public abstract class CatalogFileCodeFix : ProjectCodeFixProvider
{
    /// <summary>The name of the file.</summary>
    protected const string FileName = "typedllm.models.json";

    /// <inheritdoc/>
    protected internal sealed override async Task<Solution?> FixAsync(
        Project project, IReadOnlyList<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        // Of several files the last holds.
        var file = project.AdditionalDocuments.LastOrDefault(document => IsCatalogFile(document.FilePath ?? document.Name));
        if (file is null)
        {
            return Path.GetDirectoryName(project.FilePath) is { Length: > 0 } directory
                && Change(SourceText.From(CatalogFileEditor.NewFile, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)), diagnostics) is { } created
                ? project.AddAdditionalDocument(FileName, created, filePath: Path.Combine(directory, FileName)).Project.Solution
                : null;
        }

        var text = await file.GetTextAsync(cancellationToken).ConfigureAwait(false);
        return Change(text, diagnostics) is { } changed ? project.Solution.WithAdditionalDocumentText(file.Id, changed) : null;
    }

    /// <summary>The changes that fix all diagnostics of a project; null if the file has no place for them.</summary>
    private protected abstract IReadOnlyList<TextChange>? ChangesFor(IReadOnlyList<Diagnostic> diagnostics, CatalogFileEditor editor);

    private SourceText? Change(SourceText text, IReadOnlyList<Diagnostic> diagnostics) =>
        CatalogFileEditor.For(text.ToString()) is { } editor && ChangesFor(diagnostics, editor) is { Count: > 0 } changes
            ? text.WithChanges(changes.OrderBy(change => change.Span))
            : null;

    private static bool IsCatalogFile(string path) => string.Equals(Path.GetFileName(path), FileName, StringComparison.OrdinalIgnoreCase);
}
