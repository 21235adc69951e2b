using System.Globalization;
using System.Text;
using System.Text.Json;
using TypedLlm.CompilerServices;
using TypedLlm.Prompts;

namespace TypedLlm.Runtime.Tests.Prompts;

public sealed class PromptWriterTests
{
    [Fact]
    public void Values_are_written_in_the_invariant_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            var custom = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            custom.NumberFormat.NumberDecimalSeparator = "!";
            CultureInfo.CurrentCulture = custom;

            Assert.Equal("1234.5", Written(writer => writer.Value(1234.5, null)));
            Assert.Equal("1,234.50", Written(writer => writer.Value(1234.5m, "N2")));
            Assert.Equal("2026-11-22", Written(writer => writer.Value(new DateOnly(2026, 11, 22), "yyyy-MM-dd")));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Values_of_all_kinds_are_written()
    {
        Assert.Equal("High", Written(writer => writer.Value(Effort.High, null)));
        Assert.Equal("4", Written(writer => writer.Value(Effort.High, "D")));
        Assert.Equal("Read, Delete", Written(writer => writer.Value(FileShare.Read | FileShare.Delete, null)));
        Assert.Equal("a \"quoted\" 7", Written(writer => writer.Value(7, "'a \"quoted\" '0")));
        Assert.Equal("<x>", Written(writer => writer.Value(new Formattable(1), "x")));
        Assert.Equal("<" + new string('y', 1_000) + ">", Written(writer => writer.Value(new Formattable(1_000), "y")));
        Assert.Equal("", Written(writer => writer.Value<Formattable>(null!, "x")));
        Assert.Equal("", Written(writer => writer.Text(null)));
        Assert.Equal("truefalse", Written(writer =>
        {
            writer.Text(true);
            writer.Text(false);
        }));
        Assert.Equal("\"\uFFFD", Written(writer =>
        {
            writer.Text('"');
            writer.Text('\uD83D');
        }));
    }

    [Theory]
    [InlineData("harmless < b > c </unt", "harmless < b > c </unt")]
    [InlineData("</untrusted>", "&lt;/untrusted>")]
    [InlineData("a</UNTRUSTED>b<Untrusted name=\"x\">c", "a&lt;/UNTRUSTED>b&lt;Untrusted name=\"x\">c")]
    [InlineData("<</untrusted", "<&lt;/untrusted")]
    [InlineData("< / untrusted >", "&lt; / untrusted >")]
    [InlineData("<untrusted<untrusted", "&lt;untrusted&lt;untrusted")]
    [InlineData(null, "")]
    public void Untrusted_text_cannot_close_its_section(string? text, string expected) =>
        Assert.Equal(expected, Written(writer => writer.Untrusted(text)));

    [Fact]
    public void No_untrusted_text_whatever_its_pieces_contains_a_delimiter()
    {
        string[] pieces = ["<", "/", "untrusted", "UnTrusted", " ", "&lt;", ">", "x", "\n", "</untrusted>"];
        for (var seed = 0; seed < 3_000; seed++)
        {
            var random = new Random(seed);
            var text = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => pieces[random.Next(pieces.Length)]));
            var written = Written(writer => writer.Untrusted(text));

            Assert.DoesNotContain("<untrusted", written, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("</untrusted", written, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void The_order_of_messages_is_held_to()
    {
        Assert.Throws<InvalidOperationException>(() => Render(_ => { }));
        Assert.Throws<InvalidOperationException>(() => Render(writer => writer.Text("a")));
        Assert.Throws<InvalidOperationException>(() => Render(writer => writer.BeginInstructions()));
        Assert.Throws<InvalidOperationException>(() => Render(writer =>
        {
            writer.BeginUserMessage();
            writer.BeginUserMessage();
        }));
        Assert.Throws<InvalidOperationException>(() => Render(writer =>
        {
            writer.BeginUserMessage();
            writer.BeginInstructions();
        }));
    }

    [Fact]
    public void A_writer_is_of_no_use_outside_its_prompt()
    {
        PromptWriter? kept = null;
        Render(writer =>
        {
            kept = writer;
            writer.BeginUserMessage();
        });

        Assert.Throws<InvalidOperationException>(() => kept!.Text("late"));
    }

    private static string Written(Action<PromptWriter> write)
    {
        using var json = JsonDocument.Parse(Render(writer =>
        {
            writer.BeginUserMessage();
            write(writer);
        }));
        return json.RootElement.GetProperty("input")[0].GetProperty("content").GetString()!;
    }

    private static string Render(Action<PromptWriter> write)
    {
        using var body = RequestBody.Render(new Prompt(write), null);
        return Encoding.UTF8.GetString(body.WithHead(new RequestHead("m", false, null, null, null, null, false)).Span);
    }

    private readonly struct Prompt(Action<PromptWriter> write) : IPrompt
    {
        public void Write(PromptWriter writer) => write(writer);
    }

    private sealed class Formattable(int length) : IFormattable
    {
        public string ToString(string? format, IFormatProvider? formatProvider) => $"<{string.Concat(Enumerable.Repeat(format, length))}>";
    }
}
