using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace TypedLlm.TestKit.Verifiers;

/// <summary>A test source with what its markup expects: <c>[|code|]</c>, <c>{|ID:code|}</c> and <c>{|#0:code|}</c>, nested as wanted.</summary>
public sealed record MarkedText(string Text, IReadOnlyList<MarkedSpan> Spans)
{
    /// <summary>Reads the markup out of <paramref name="marked"/>.</summary>
    /// <exception cref="ArgumentException">A span is closed that was not opened, closed by the wrong bracket, or never closed.</exception>
    public static MarkedText Parse(string marked)
    {
        var text = new StringBuilder(marked.Length);
        var spans = new List<MarkedSpan>();
        var open = new Stack<(string Key, string End, int Start)>();

        for (var i = 0; i < marked.Length; i++)
        {
            var rest = marked.AsSpan(i);
            if (rest.StartsWith("[|"))
            {
                open.Push(("", "|]", text.Length));
                i++;
            }
            else if (rest.StartsWith("{|") && ReadKey(rest[2..]) is { } key)
            {
                open.Push((key, "|}", text.Length));
                i += 2 + key.Length;
            }
            else if (rest.StartsWith("|]") || rest.StartsWith("|}"))
            {
                if (!open.TryPop(out var span) || !rest.StartsWith(span.End))
                {
                    throw new ArgumentException($"'{rest[..2]}' at {i} closes no span.", nameof(marked));
                }

                spans.Add(new MarkedSpan(span.Key, TextSpan.FromBounds(span.Start, text.Length)));
                i++;
            }
            else
            {
                text.Append(marked[i]);
            }
        }

        return open.Count == 0
            ? new MarkedText(text.ToString(), spans)
            : throw new ArgumentException($"A span of the markup is not closed: {open.Peek().Key}", nameof(marked));
    }

    /// <summary>Writes <paramref name="spans"/> into <paramref name="text"/> as markup: what a test would have to say to pass.</summary>
    public static string Render(string text, IEnumerable<MarkedSpan> spans)
    {
        var outerFirst = spans.OrderByDescending(span => span.Span.Length).ToList();
        var marked = new StringBuilder();
        for (var at = 0; at <= text.Length; at++)
        {
            foreach (var _ in outerFirst.Where(span => span.Span.End == at && !span.Span.IsEmpty))
            {
                marked.Append("|}");
            }

            foreach (var span in outerFirst.Where(span => span.Span.Start == at))
            {
                marked.Append("{|").Append(span.Key).Append(span.Span.IsEmpty ? ":|}" : ":");
            }

            marked.Append(text.AsSpan(at, at < text.Length ? 1 : 0));
        }

        return marked.ToString();
    }

    private static string? ReadKey(ReadOnlySpan<char> text)
    {
        var colon = text.IndexOf(':');
        var key = colon > 0 ? text[..colon] : default;
        foreach (var c in key)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '#')
            {
                return null;
            }
        }

        return key.IsEmpty ? null : key.ToString();
    }
}
