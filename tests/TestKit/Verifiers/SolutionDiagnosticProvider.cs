using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace TypedLlm.TestKit.Verifiers;

/// <summary>Hands a fix-all the diagnostics of a project or of one of its documents.</summary>
internal sealed class SolutionDiagnosticProvider(Func<Solution, CancellationToken, Task<IReadOnlyList<Diagnostic>>> analyze)
    : FixAllContext.DiagnosticProvider
{
    public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
        (await analyze(document.Project.Solution, cancellationToken).ConfigureAwait(false))
            .Where(diagnostic => diagnostic.Location.GetLineSpan().Path == document.FilePath);

    public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken)
    {
        var paths = project.Documents.Select(document => document.FilePath).ToHashSet();
        return (await analyze(project.Solution, cancellationToken).ConfigureAwait(false))
            .Where(diagnostic => paths.Contains(diagnostic.Location.GetLineSpan().Path));
    }

    public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
        Task.FromResult(Enumerable.Empty<Diagnostic>());
}
