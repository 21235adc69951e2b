using Microsoft.CodeAnalysis.Text;

namespace TypedLlm.TestKit.Verifiers;

/// <summary>A place that the markup of a test source points at. <see cref="Key"/> is an id, <c>#0</c> for a numbered place, or empty for <c>[|…|]</c>.</summary>
public sealed record MarkedSpan(string Key, TextSpan Span)
{
    /// <summary>Whether the span is a place for <see cref="DiagnosticResult.WithLocation(int)"/>, not an expectation of its own.</summary>
    public bool IsPlace => Key.StartsWith('#');
}
