namespace TypedLlm.Catalog.Tests;

public sealed class JsonReaderTests
{
    [Fact]
    public void Every_value_knows_its_position()
    {
        const string Text = "\r\n{ \"a\": [1,\n\t-2.5e+3 ],\r  \"b\" : true }\n";
        var root = JsonReader.Read(Text, out _)!;
        Assert.Equal(new JsonPosition(2, 1, 1, 0), root.Position);

        var a = root.Members[0];
        Assert.Equal(new JsonPosition(4, 3, 1, 2), a.Position);
        Assert.Equal(new JsonPosition(9, 1, 1, 7), a.Value.Position);
        Assert.Equal(("1", new JsonPosition(10, 1, 1, 8)), (a.Value.Items[0].Text, a.Value.Items[0].Position));
        Assert.Equal(("-2.5e+3", new JsonPosition(14, 7, 2, 1)), (a.Value.Items[1].Text, a.Value.Items[1].Position));

        var b = root.Members[1];
        Assert.Equal(("b", new JsonPosition(27, 3, 3, 2)), (b.Name, b.Position));
        Assert.Equal((JsonKind.True, new JsonPosition(33, 4, 3, 8)), (b.Value.Kind, b.Value.Position));
    }

    [Theory]
    [InlineData("""
        "a\"\\\/\b\f\n\r\tz"
        """, "a\"\\/\b\f\n\r\tz")]
    [InlineData("""
        "\u00e4\uD83D\uDE00\u0000"
        """, "ä😀\0")]
    [InlineData("\"\"", "")]
    [InlineData("\uFEFF\"x\"", "x")]
    public void Strings_are_unescaped(string json, string expected)
    {
        var value = JsonReader.Read(json, out var problem);
        Assert.Null(problem);
        Assert.Equal((JsonKind.String, expected), (value!.Kind, value.Text));
    }

    [Theory]
    [InlineData("", 0, 0, "ends where")]
    [InlineData("\n ", 1, 1, "ends where")]
    [InlineData("{", 0, 1, "name in double quotes")]
    [InlineData("{\n  'a': 1 }", 1, 2, "name in double quotes")]
    [InlineData("{ \"a\" 1 }", 0, 6, "':'")]
    [InlineData("{ \"a\": }", 0, 7, "value is expected")]
    [InlineData("{ \"a\": 1,\n}", 1, 0, "name in double quotes")]
    [InlineData("{ \"a\": 1 \"b\" }", 0, 9, "',' or '}'")]
    [InlineData("[1 2]", 0, 3, "',' or ']'")]
    [InlineData("[1,]", 0, 3, "value is expected")]
    [InlineData("{} {}", 0, 3, "Nothing may follow")]
    [InlineData("// no comments\n{}", 0, 0, "value is expected")]
    [InlineData("[\"open\n\"]", 0, 1, "not closed")]
    [InlineData("[\"\\x\"]", 0, 2, "escape")]
    [InlineData("[\"\\u12g4\"]", 0, 2, "escape")]
    [InlineData("[\"\\u12", 0, 2, "escape")]
    [InlineData("[01]", 0, 2, "',' or ']'")]
    [InlineData("[1.]", 0, 1, "number")]
    [InlineData("[-]", 0, 1, "number")]
    [InlineData("[1e]", 0, 1, "number")]
    [InlineData("[nul]", 0, 1, "value is expected")]
    [InlineData("{ \"a\": 1,\n \"a\": 2 }", 1, 1, "'a' stands twice")]
    public void What_is_not_json_is_reported_at_its_place(string json, int line, int column, string message)
    {
        Assert.Null(JsonReader.Read(json, out var problem));
        Assert.Equal((line, column), (problem!.Position.Line, problem.Position.Column));
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("// first\n{ \"a\": /* b */ [1, 2,], }", "a")]
    [InlineData("{ \"a\": 1, \"a\": 2 } // no line end", "a a")]
    [InlineData("/* a\r\n * b */\r\n{ \"a\": 1 /**/ , /* } */ }/", null)]
    [InlineData("{ \"a\": 1, // ", null)]
    [InlineData("{ /* ", null)]
    [InlineData("{ , }", null)]
    [InlineData("{ \"a\": /", null)]
    [InlineData("{}/* */ /*", "")]
    public void Settings_may_have_comments_commas_and_names_that_stand_twice(string json, string? names)
    {
        var value = JsonReader.ReadSettings(json);

        Assert.Equal(names, value is null ? null : string.Join(' ', value.Members.Select(member => member.Name)));
    }

    [Fact]
    public void Positions_count_the_lines_of_comments()
    {
        var root = JsonReader.ReadSettings("/* a\r\n b\n\r c */ // d\r\n { \"a\": 1 }")!;

        Assert.Equal((4, 3), (root.Members[0].Position.Line, root.Members[0].Position.Column));
    }

    [Fact]
    public void Depth_is_bounded()
    {
        Assert.NotNull(JsonReader.Read(Nested(JsonReader.MaxDepth), out _));
        Assert.Null(JsonReader.Read(Nested(JsonReader.MaxDepth + 1), out var problem));
        Assert.Contains("nest", problem!.Message, StringComparison.Ordinal);
        Assert.Null(JsonReader.Read(new string('[', 1_000_000), out _));

        static string Nested(int depth) => new string('[', depth) + new string(']', depth);
    }

    [Fact]
    public void Length_is_bounded()
    {
        Assert.NotNull(JsonReader.Read("[]" + new string(' ', JsonReader.MaxLength - 2), out _));
        Assert.Null(JsonReader.Read("[]" + new string(' ', JsonReader.MaxLength - 1), out var problem));
        Assert.Contains("longer", problem!.Message, StringComparison.Ordinal);
    }
}
