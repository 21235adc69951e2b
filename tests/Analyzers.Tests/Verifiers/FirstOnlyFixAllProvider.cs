using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace TypedLlm.Analyzers.Tests.Verifiers;

/// <summary>Fixes the first diagnostic of a document and leaves the others.</summary>
public sealed class FirstOnlyFixAllProvider : FixAllProvider
{
    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        var diagnostics = await fixAllContext.GetDocumentDiagnosticsAsync(fixAllContext.Document!);
        CodeAction? first = null;
        var context = new CodeFixContext(fixAllContext.Document!, diagnostics[0], (action, _) => first = action, fixAllContext.CancellationToken);
        await fixAllContext.CodeFixProvider.RegisterCodeFixesAsync(context);
        return first;
    }
}
