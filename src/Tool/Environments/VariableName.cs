using System.Text.RegularExpressions;

namespace TypedLlm.Tool.Environments;

/// <summary>Tells names of variables from keys that were written in their place and must not be repeated.</summary>
internal static partial class VariableName
{
    private const int MaxLength = 64;

    public static bool IsLikely(string text) => text.Length <= MaxLength && Pattern().IsMatch(text);

    // Keys have dashes, or are long words.
    [GeneratedRegex(@"\A(?![0-9])[A-Za-z0-9]{0,20}(?:_[A-Za-z0-9]{0,20})*\z")]
    private static partial Regex Pattern();
}
