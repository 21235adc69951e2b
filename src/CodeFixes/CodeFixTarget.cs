using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace TypedLlm.CodeFixes;

/// <summary>A place to fix, and how.</summary>
/// <param name="Span">The reported text.</param>
/// <param name="Node">The node there.</param>
/// <param name="Offer">What to do.</param>
/// <param name="Others">Other places in the same file that the diagnostic names.</param>
public sealed record CodeFixTarget(TextSpan Span, SyntaxNode Node, CodeFixOffer Offer, IReadOnlyList<Location> Others);
