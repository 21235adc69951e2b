using TypedLlm.Tool.Cli;

namespace TypedLlm.Tool.Tests.Cli;

public sealed class TextTableTests
{
    private static readonly string[][] Rows =
    [
        ["gpt-5.4", "", "2.50", "+10 %", "streaming structured tools image pdf batch"],
        ["gpt-5.4-mini", "", "0.75", "", "streaming\nstructured"],
    ];

    [Fact]
    public void A_column_without_a_cell_is_left_out() =>
        Assert.Equal(["model", "price", "can", "do"], Write(width: 200)[0].Split(' ', StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public void A_terminal_too_narrow_for_the_table_gets_a_paragraph_for_each_row_and_whole_words() => Assert.Equal(
        [
            "gpt-5.4",
            "  price   2.50 (+10 %)",
            "  can do  streaming structured",
            "          tools image pdf batch",
            "gpt-5.4-mini",
            "  price   0.75",
            "  can do  streaming",
            "          structured",
        ],
        Write(width: 34));

    [Fact]
    public void What_stands_before_the_name_of_a_row_is_part_of_its_heading()
    {
        using var output = new StringWriter();
        TextTable.Write(Host(output, width: 10), ["", "model", "price"], [["", "old", "1"], ["1.", "new", "2"]]);

        Assert.Equal("old\n  price  1\n1. new\n  price  2\n", output.ToString().ReplaceLineEndings("\n"));
    }

    private static string[] Write(int width)
    {
        using var output = new StringWriter();
        TextTable.Write(Host(output, width), ["model", "empty", "price", "", "can do"], Rows);
        return output.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
    }

    private static ToolHost Host(TextWriter output, int width) =>
        new() { Out = output, Error = TextWriter.Null, Directory = "/", Variables = new Dictionary<string, string>(), Width = width };
}
