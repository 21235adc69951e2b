using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace TypedLlm.CodeFixes;

/// <summary>Removes elements of a list together with their commas.</summary>
internal static class ListRemoval
{
    /// <param name="list">The list; at least one element stays.</param>
    /// <param name="isRemoved">Which elements go.</param>
    public static IEnumerable<TextChange> Changes<T>(IReadOnlyList<T> list, Func<T, bool> isRemoved)
        where T : SyntaxNode
    {
        for (var first = 0; first < list.Count; first++)
        {
            if (!isRemoved(list[first]))
            {
                continue;
            }

            var last = first;
            while (last + 1 < list.Count && isRemoved(list[last + 1]))
            {
                last++;
            }

            var span = first > 0
                ? TextSpan.FromBounds(list[first - 1].Span.End, list[last].Span.End)
                : TextSpan.FromBounds(list[first].SpanStart, list[last + 1].SpanStart);
            yield return new TextChange(span, "");
            first = last;
        }
    }
}
