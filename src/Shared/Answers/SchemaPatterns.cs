namespace TypedLlm.TypedAnswers;

/// <summary>Regular expressions of .NET in a schema.</summary>
internal static class SchemaPatterns
{
    /// <summary>
    /// The pattern as a JSON literal for a schema; null if it has groups that only .NET knows, so that it is checked after reading alone.
    /// </summary>
    /// <param name="literal">The pattern of the attribute as a JSON literal. The attribute asks for a match of the whole text.</param>
    public static string? Write(string literal)
    {
        for (var i = literal.IndexOf("(?", StringComparison.Ordinal); i >= 0; i = literal.IndexOf("(?", i + 1, StringComparison.Ordinal))
        {
            if (i + 2 >= literal.Length || literal[i + 2] != ':')
            {
                return null;
            }
        }

        // Anchors and classes of .NET that other engines do not know.
        if (literal.Contains(@"\\A") || literal.Contains(@"\\Z") || literal.Contains(@"\\z") || literal.Contains(@"\\G") || literal.Contains(@"\\p") || literal.Contains(@"\\P") || literal.Contains("-["))
        {
            return null;
        }

        var pattern = literal.Substring(1, literal.Length - 2);
        var isAnchored = pattern.Length > 1 && pattern[0] == '^' && pattern[pattern.Length - 1] == '$' && !pattern.Contains("|") && !pattern.EndsWith(@"\\$", StringComparison.Ordinal);
        return isAnchored ? literal : $"\"^(?:{pattern})$\"";
    }
}
