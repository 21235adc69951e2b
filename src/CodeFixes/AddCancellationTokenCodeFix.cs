using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace TypedLlm.CodeFixes;

/// <summary>Adds a token as the last parameter of a method that nothing implements by hand.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddCancellationTokenCodeFix))]
public sealed class AddCancellationTokenCodeFix : TextCodeFixProvider
{
    // An editor asks again whenever the caret moves, and each answer takes a search of the whole solution.
    private static readonly ConditionalWeakTable<Solution, ConcurrentDictionary<SyntaxNode, bool>> Answers = new();

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.NoCancellationToken);

    /// <inheritdoc/>
    protected override IEnumerable<CodeFixOffer> OffersFor(Diagnostic diagnostic)
    {
        foreach (var choice in ChoicesOf(diagnostic))
        {
            yield return new CodeFixOffer("Add a CancellationToken", nameof(AddCancellationTokenCodeFix), choice);
        }
    }

    /// <inheritdoc/>
    protected override async Task<bool> IsSafeAsync(CodeFixTarget target, SemanticModel model, Solution solution, CancellationToken cancellationToken)
    {
        var answers = Answers.GetValue(solution, static _ => new());
        if (!answers.TryGetValue(target.Node, out var isSafe))
        {
            isSafe = model.GetDeclaredSymbol(target.Node, cancellationToken) is IMethodSymbol method
                && await SignatureUse.IsFreeToGrowAsync(method, solution, cancellationToken).ConfigureAwait(false);
            answers.TryAdd(target.Node, isSafe);
        }

        return isSafe;
    }

    /// <inheritdoc/>
    protected override IEnumerable<TextChange> ChangesFor(IReadOnlyList<CodeFixTarget> targets, SourceText text, SemanticModel model)
    {
        foreach (var target in targets)
        {
            if (target is { Offer.Text: { } name, Node: MethodDeclarationSyntax { ParameterList: { CloseParenToken.IsMissing: false } list } })
            {
                var parameter = $"{TypeText(list.SpanStart, model)} {name} = default";
                yield return list.Parameters.Count == 0
                    ? new TextChange(new TextSpan(list.CloseParenToken.SpanStart, 0), parameter)
                    : new TextChange(new TextSpan(list.Parameters.Last().Span.End, 0), $",{LineLayout.SeparationLike(list.Parameters.Last(), text)}{parameter}");
            }
        }
    }

    /// <summary>The shortest name that means the token here.</summary>
    private static string TypeText(int position, SemanticModel model)
    {
        foreach (var name in (string[])["CancellationToken", "System.Threading.CancellationToken"])
        {
            if (IsToken(model.GetSpeculativeSymbolInfo(position, SyntaxFactory.ParseTypeName(name), SpeculativeBindingOption.BindAsTypeOrNamespace).Symbol))
            {
                return name;
            }
        }

        return "global::System.Threading.CancellationToken";
    }

    private static bool IsToken(ISymbol? symbol) => symbol is INamedTypeSymbol type && type.ToDisplayString() == "System.Threading.CancellationToken";
}
