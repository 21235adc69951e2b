using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace TypedLlm.Analyzers.Tests.Verifiers;

/// <summary>Renames Bad to what a derived class says, right or wrong.</summary>
public abstract class RenameFix(string replacement, FixAllProvider? fixAllProvider) : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds => ["BAD1"];

    public override FixAllProvider? GetFixAllProvider() => fixAllProvider;

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            var span = new TextSpan(diagnostic.Location.SourceSpan.Start, 3);
            context.RegisterCodeFix(CodeAction.Create("Rename", token => RenameAsync(context.Document, span, token), "Rename"), diagnostic);
        }

        return Task.CompletedTask;
    }

    private async Task<Document> RenameAsync(Document document, TextSpan span, CancellationToken cancellationToken) =>
        document.WithText((await document.GetTextAsync(cancellationToken)).Replace(span, replacement));
}

public sealed class GoodFix() : RenameFix("Good", WellKnownFixAllProviders.BatchFixer);

public sealed class IdleFix() : RenameFix("Bad", WellKnownFixAllProviders.BatchFixer);

public sealed class BreakingFix() : RenameFix("1", WellKnownFixAllProviders.BatchFixer);

public sealed class EndlessFix() : RenameFix("Bad_", WellKnownFixAllProviders.BatchFixer);

public sealed class NoFixAllFix() : RenameFix("Good", null);

public sealed class FirstOnlyFix() : RenameFix("Good", new FirstOnlyFixAllProvider());
