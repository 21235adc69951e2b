using Spectre.Console;

namespace TypedLlm.Tool.Cli;

/// <summary>Writes tables for people: rows of cells where they fit into a line, and a paragraph for each row where they do not.</summary>
internal static class TextTable
{
    // The border adds as much to each cell.
    private const int CellPadding = 3;

    public static void Write(ToolHost host, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        IReadOnlyList<string>[] all = [.. rows];
        int[] filled = [.. Enumerable.Range(0, columns.Count).Where(column => all.Any(row => row[column].Length > 0))];
        string[] titles = [.. filled.Select(column => columns[column])];
        string[][] cells = [.. all.Select(row => (string[])[.. filled.Select(column => row[column])])];
        if (WidthOf(titles, cells) <= host.Width)
        {
            WriteTable(host, titles, cells);
        }
        else
        {
            RowParagraphs.Write(host, titles, cells);
        }
    }

    private static int WidthOf(string[] titles, string[][] rows) =>
        titles.Select((title, column) => rows.SelectMany(row => row[column].Split('\n')).Append(title).Max(static line => line.Length) + CellPadding).Sum();

    private static void WriteTable(ToolHost host, string[] titles, string[][] rows)
    {
        var table = new Table { Border = TableBorder.Simple, ShowRowSeparators = false };
        foreach (var title in titles)
        {
            table.AddColumn(new TableColumn(new Text(title)));
        }

        foreach (var row in rows)
        {
            table.AddRow(row.Select(static cell => new Text(cell)));
        }

        using var text = new StringWriter();
        Console(text, host.Width).Write(table);

        // Cells are filled up with spaces, and the border above and below is made of them.
        foreach (var line in text.ToString().Split('\n').Select(static line => line.TrimEnd()).Where(static line => line.Length > 0))
        {
            host.Out.WriteLine(line);
        }
    }

    private static IAnsiConsole Console(TextWriter output, int width)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = width;
        return console;
    }
}
