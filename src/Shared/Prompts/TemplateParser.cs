using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace TypedLlm.Prompts;

/// <summary>Splits a template into literals and placeholders. Knows nothing of parameters.</summary>
internal static class TemplateParser
{
    private static readonly char[] Braces = ['{', '}'];

    public static List<TemplatePart> Parse(string template)
    {
        var parts = new List<TemplatePart>();
        var literal = new StringBuilder();
        var position = 0;
        while (position < template.Length)
        {
            var current = template[position];
            if (current is not ('{' or '}'))
            {
                literal.Append(current);
                position++;
            }
            else if (position + 1 < template.Length && template[position + 1] == current)
            {
                literal.Append(current);
                position += 2;
            }
            else
            {
                FlushLiteral(parts, literal, position);
                var part = current == '{' ? ReadPlaceholder(template, position) : Fault(position, 1, "'}' closes nothing; write '}}' for a brace");
                parts.Add(part);
                position += part.Length;
            }
        }

        FlushLiteral(parts, literal, position);
        return parts;
    }

    private static void FlushLiteral(List<TemplatePart> parts, StringBuilder literal, int end)
    {
        if (literal.Length > 0)
        {
            // The place of a literal is never reported, so doubled braces need no exact start.
            parts.Add(new TemplatePart(TemplatePartKind.Literal, end - literal.Length, literal.Length, literal.ToString()));
            literal.Clear();
        }
    }

    private static TemplatePart ReadPlaceholder(string template, int open)
    {
        var end = template.IndexOfAny(Braces, open + 1);
        if (end < 0 || template[end] == '{')
        {
            return Fault(open, 1, "'{' is not closed; write '{{' for a brace");
        }

        var inner = template.Substring(open + 1, end - open - 1);
        var length = end - open + 1;
        var colon = inner.IndexOf(':');
        var path = colon < 0 ? inner : inner.Substring(0, colon);
        var format = colon < 0 ? null : inner.Substring(colon + 1);
        if (path.Length == 0)
        {
            return Fault(open, length, "the placeholder is empty; write '{{' and '}}' for braces");
        }

        if (!IsPath(path))
        {
            return Fault(open, length, $"'{OneLine(path)}' is no name; write it without spaces and widths, or '{{{{' and '}}}}' for braces");
        }

        return format is { Length: 0 }
            ? Fault(open, length, "the format after ':' is empty")
            : new TemplatePart(TemplatePartKind.Placeholder, open, length, path, format);
    }

    private static bool IsPath(string path)
    {
        foreach (var name in path.Split('.'))
        {
            if (!SyntaxFacts.IsValidIdentifier(name))
            {
                return false;
            }
        }

        return true;
    }

    private static string OneLine(string text)
    {
        const int Longest = 40;
        var line = text.Replace('\r', ' ').Replace('\n', ' ');
        return line.Length > Longest ? line.Substring(0, Longest) + "…" : line;
    }

    private static TemplatePart Fault(int start, int length, string reason) => new(TemplatePartKind.Fault, start, length, reason);
}
