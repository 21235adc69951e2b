using System.ComponentModel;
using System.Text.RegularExpressions;

namespace TypedLlm.CompilerServices;

/// <summary>A pattern that a whole text must match, as <c>[RegularExpression]</c> means it. Not meant to be used by hand.</summary>
/// <param name="pattern">The regular expression.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AnswerPattern(string pattern)
{
    private readonly Regex _regex = new(pattern, RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(250));

    /// <summary>Whether a text matches.</summary>
    /// <param name="text">The text.</param>
    /// <returns>False also if that takes too long to find out.</returns>
    public bool Matches(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            return _regex.Match(text) is { Success: true, Index: 0 } match && match.Length == text.Length;
        }
        catch (RegexMatchTimeoutException)
        {
            // A text that a pattern cannot be held against in time is not known to match it.
            return false;
        }
    }
}
