namespace TypedLlm.Tool.Cli;

/// <summary>Writes each row of a table as a paragraph, for terminals that are too narrow for it: what it is about, and below it one line for each cell.</summary>
internal static class RowParagraphs
{
    private const string Indent = "  ";

    // In a narrower space, words would stand below each other.
    private const int MinTextWidth = 20;

    public static void Write(ToolHost host, IReadOnlyList<string> titles, IEnumerable<IReadOnlyList<string>> rows)
    {
        var label = titles.Max(static title => title.Length) + Indent.Length;
        foreach (var row in rows)
        {
            var (heading, facts) = Split(titles, row);
            host.Out.WriteLine(heading.ReplaceLineEndings(" "));
            foreach (var (title, text) in facts)
            {
                var start = title.PadRight(label);
                foreach (var line in text.Split('\n').SelectMany(line => Wrap(line, Math.Max(MinTextWidth, host.Width - Indent.Length - label))))
                {
                    host.Out.WriteLine($"{Indent}{start}{line}".TrimEnd());
                    start = new string(' ', label);
                }
            }
        }
    }

    /// <summary>A cell without a title of its own says more about the one before it; what stands before all others is the heading.</summary>
    private static (string Heading, IReadOnlyList<(string Title, string Text)> Facts) Split(IReadOnlyList<string> titles, IReadOnlyList<string> row)
    {
        var heading = row[0];
        var facts = new List<(string Title, string Text)>();
        for (var column = 1; column < row.Count; column++)
        {
            if (row[column].Length == 0)
            {
                continue;
            }

            if (facts.Count > 0 && titles[column].Length == 0)
            {
                facts[^1] = facts[^1] with { Text = $"{facts[^1].Text} ({row[column]})" };
            }
            else if (column == 1 && titles[0].Length == 0)
            {
                heading = $"{heading} {row[column]}".TrimStart();
            }
            else
            {
                facts.Add((titles[column], row[column]));
            }
        }

        return (heading, facts);
    }

    /// <summary>Lines of whole words; a word that is longer than a line has one for itself.</summary>
    private static IEnumerable<string> Wrap(string text, int width)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = "";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        yield return line;
    }
}
