using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace TypedLlm.CodeFixes;

/// <summary>A place to fix, and how.</summary>
public sealed record CodeFixTarget(TextSpan Span, SyntaxNode Node, CodeFixOffer Offer);
