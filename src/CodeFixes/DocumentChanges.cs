using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace TypedLlm.CodeFixes;

/// <summary>Changes to the texts of several documents of a project, made together.</summary>
internal sealed class DocumentChanges(Project project)
{
    private readonly Dictionary<DocumentId, List<TextChange>> _changes = [];

    /// <summary>Adds changes that overlap none of the document's others.</summary>
    public void Add(Document document, IEnumerable<TextChange> changes)
    {
        if (!_changes.TryGetValue(document.Id, out var added))
        {
            _changes.Add(document.Id, added = []);
        }

        added.AddRange(changes);
    }

    public async Task<Solution> ApplyAsync(CancellationToken cancellationToken)
    {
        var solution = project.Solution;
        foreach (var pair in _changes)
        {
            var text = await solution.GetDocument(pair.Key)!.GetTextAsync(cancellationToken).ConfigureAwait(false);
            solution = solution.WithDocumentText(pair.Key, text.WithChanges(pair.Value.OrderBy(change => change.Span)));
        }

        return solution;
    }
}
