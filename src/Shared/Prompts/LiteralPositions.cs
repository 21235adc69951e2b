using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace TypedLlm.Prompts;

/// <summary>Finds where the characters of a string's value stand in the literal that was written.</summary>
internal static class LiteralPositions
{
    /// <summary>The place of a part of the value, also in one of several literals that are added; else the whole expression.</summary>
    public static Location Locate(ExpressionSyntax expression, int start, int length)
    {
        var pending = new Stack<ExpressionSyntax>();
        pending.Push(expression);
        while (pending.Count > 0)
        {
            switch (pending.Pop())
            {
                case ParenthesizedExpressionSyntax parenthesized:
                    pending.Push(parenthesized.Expression);
                    break;
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum:
                    pending.Push(sum.Right);
                    pending.Push(sum.Left);
                    break;
                case LiteralExpressionSyntax literal when start + length > literal.Token.ValueText.Length:
                    start -= literal.Token.ValueText.Length;
                    break;
                case LiteralExpressionSyntax literal when start >= 0 && Locate(literal.Token, start, length) is { } span:
                    return Location.Create(expression.SyntaxTree, span);
                default:
                    return expression.GetLocation();
            }
        }

        return expression.GetLocation();
    }

    private static TextSpan? Locate(SyntaxToken token, int start, int length)
    {
        // One entry more than the value has characters, so that an end can be looked up as well. A literal with errors may not fit.
        if (Map(token) is not { } offsets || offsets.Count != token.ValueText.Length + 1 || offsets[offsets.Count - 1] > token.Text.Length)
        {
            return null;
        }

        return TextSpan.FromBounds(token.SpanStart + offsets[start], token.SpanStart + offsets[start + length]);
    }

    private static List<int>? Map(SyntaxToken token)
    {
        var text = token.Text;
        return token.Kind() switch
        {
            SyntaxKind.StringLiteralToken when text.StartsWith("@", StringComparison.Ordinal) => MapVerbatim(text),
            SyntaxKind.StringLiteralToken => MapRegular(text),
            SyntaxKind.SingleLineRawStringLiteralToken => MapSingleLineRaw(text),
            SyntaxKind.MultiLineRawStringLiteralToken => MapMultiLineRaw(text),
            _ => null,
        };
    }

    private static List<int> MapRegular(string text)
    {
        var offsets = new List<int>(text.Length);
        var position = 1;
        while (position < text.Length - 1)
        {
            var length = text[position] == '\\' ? EscapeLength(text, position) : 1;
            offsets.Add(position);
            if (IsSurrogatePair(text, position))
            {
                offsets.Add(position);
            }

            position += length;
        }

        offsets.Add(position);
        return offsets;
    }

    private static int EscapeLength(string text, int backslash) => text[backslash + 1] switch
    {
        'u' => 6,
        'U' => 10,
        'x' => 2 + HexDigits(text, backslash + 2),
        _ => 2,
    };

    private static int HexDigits(string text, int start)
    {
        var count = 0;
        while (count < 4 && start + count < text.Length && Uri.IsHexDigit(text[start + count]))
        {
            count++;
        }

        return count;
    }

    /// <summary>Whether an escape of eight digits stands for two characters: those up to 0000FFFF are one.</summary>
    private static bool IsSurrogatePair(string text, int position) =>
        text[position] == '\\' && text[position + 1] == 'U' && string.CompareOrdinal(text, position + 2, "0000", 0, 4) != 0;

    private static List<int> MapVerbatim(string text)
    {
        var offsets = new List<int>(text.Length);
        var position = 2;
        while (position < text.Length - 1)
        {
            offsets.Add(position);
            position += text[position] == '"' ? 2 : 1;
        }

        offsets.Add(position);
        return offsets;
    }

    private static List<int> MapSingleLineRaw(string text)
    {
        var quotes = Quotes(text);
        var offsets = new List<int>(text.Length);
        for (var position = quotes; position <= text.Length - quotes; position++)
        {
            offsets.Add(position);
        }

        return offsets;
    }

    /// <summary>Each line without the indentation of the closing quotes; the line break before these is no part of the value.</summary>
    private static List<int> MapMultiLineRaw(string text)
    {
        var source = SourceText.From(text);
        var lines = source.Lines;
        var last = lines[lines.Count - 1];
        var indentation = text.Length - Quotes(text) - last.Start;
        var offsets = new List<int>(text.Length);
        var end = lines[0].End;
        for (var i = 1; i < lines.Count - 1; i++)
        {
            var line = lines[i];
            for (var position = Math.Min(line.Start + indentation, line.End); position < line.End; position++)
            {
                offsets.Add(position);
            }

            end = line.End;
            if (i < lines.Count - 2)
            {
                for (var position = line.End; position < line.EndIncludingLineBreak; position++)
                {
                    offsets.Add(position);
                }
            }
        }

        offsets.Add(end);
        return offsets;
    }

    private static int Quotes(string text)
    {
        var count = 0;
        while (count < text.Length && text[count] == '"')
        {
            count++;
        }

        return count;
    }
}
