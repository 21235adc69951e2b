using System.Globalization;
using System.Text;
using TypedLlm.Tool.Descriptors;
using TypedLlm.Tool.Rendering;

namespace TypedLlm.Tool.Approvals;

/// <summary>
/// Writes prompts as their templates are written, so that a reviewer sees every character: what is invisible, turns text around or ends a line
/// stands as <c>{U+202E}</c>, which no template can say otherwise, since braces of the text are doubled.
/// </summary>
internal static class PromptText
{
    public static IEnumerable<string> Lines(IEnumerable<PromptPart> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            text.Append(part.Kind == PromptPartKind.Literal
                ? part.Content.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal)
                : PlaceholderPrompt.Placeholder(part));
        }

        return text.ToString().Split('\n').Select(static line => Visible(line, keepsTabs: true));
    }

    /// <summary>Text of attributes and settings on one line.</summary>
    public static string OneLine(string text) => Visible(text, keepsTabs: false);

    private static string Visible(string line, bool keepsTabs)
    {
        // Editors strip what stands at the end of a line.
        var end = line.AsSpan().TrimEnd(" \t").Length;
        var text = new StringBuilder(line.Length);
        for (var i = 0; i < line.Length;)
        {
            Rune.DecodeFromUtf16(line.AsSpan(i), out var rune, out var length);
            if (i >= end || (IsHidden(rune) && !(keepsTabs && rune.Value == '\t')))
            {
                text.Append(CultureInfo.InvariantCulture, $"{{U+{rune.Value:X4}}}");
            }
            else
            {
                text.Append(line, i, length);
            }

            i += length;
        }

        return text.ToString();
    }

    private static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}
