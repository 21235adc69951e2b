using Spectre.Console;

namespace TypedLlm.Tool.Cli;

/// <summary>Writes tables for people: as wide as the terminal, and as wide as they are where there is none.</summary>
internal static class TextTable
{
    public static void Write(ToolHost host, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        var table = new Table { Border = TableBorder.Simple, ShowRowSeparators = false };
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(new Text(column)));
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
