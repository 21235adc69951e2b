using System.Text.RegularExpressions;

namespace TypedLlm.Simulator.Tests.Structured;

public sealed class PatternSampleTests
{
    [Theory]
    [InlineData("[ -\uffff]")]
    [InlineData(@"^\x41\u0042[\x43-\u0045]$")]
    [InlineData(@"^\bword\b$")]
    [InlineData("^{literal}{2}$")]
    [InlineData("^a{,2}$")]
    [InlineData(@"^[^\d\s]+$")]
    [InlineData(@"^[\W]$")]
    [InlineData("^[^a-zA-Z0-9]$")]
    [InlineData(@"^[à-ý]{3}$")]
    [InlineData("^(a|b(c|d)){2,4}?$")]
    [InlineData("^x{1500}$")]
    public void A_text_matches_its_pattern(string pattern)
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var text = PatternSample.TryWrite(pattern, new Random(seed), 0, long.MaxValue, 10_000);

            Assert.NotNull(text);
            Assert.Matches(new Regex(pattern, RegexOptions.ECMAScript), text);
        }
    }

    [Fact]
    public void Groups_in_groups_cost_no_more_than_their_text()
    {
        var pattern = $"^{new string('(', 45)}a{new string(')', 45)}$";

        Assert.Equal("a", PatternSample.TryWrite(pattern, new Random(1), 0, long.MaxValue, 10_000));
    }

    [Fact]
    public void Thousands_of_groups_are_not_followed() =>
        Assert.Null(PatternSample.TryWrite(new string('(', 100_000), new Random(1), 0, long.MaxValue, 10_000));

    [Theory]
    [InlineData("((a{1000}){1000}){1000}")]
    [InlineData("(((((ab){1000}){1000}){1000}){1000}){1000}")]
    public void A_text_is_cut_where_there_is_no_room(string pattern) =>
        Assert.InRange(PatternSample.TryWrite(pattern, new Random(1), 0, long.MaxValue, 10_000)!.Length, 10_000, 10_001);

    [Fact]
    public void Nothing_repeated_without_end_comes_to_an_end() =>
        Assert.NotNull(PatternSample.TryWrite("((((){1000}){1000}){1000}){1000}", new Random(1), 0, long.MaxValue, 10_000));

    [Theory]
    [InlineData("^[a-z]+$", 30, 40)]
    [InlineData("^(ab)*$", 4, 4)]
    [InlineData("^\\d{1,9}$", 9, 9)]
    public void A_text_has_the_length_it_must_have(string pattern, int least, int most)
    {
        var text = PatternSample.TryWrite(pattern, new Random(5), least, most, 10_000);

        Assert.InRange(text?.Length ?? -1, least, most);
        Assert.Matches(pattern, text);
    }

    [Theory]
    [InlineData("^(?=a)b$")]
    [InlineData(@"(a)\1")]
    [InlineData(@"\p{L}")]
    [InlineData("[^\\s\\S]")]
    [InlineData("a$b")]
    [InlineData("(a")]
    [InlineData("*")]
    public void What_is_not_known_gets_no_text(string pattern) =>
        Assert.Null(PatternSample.TryWrite(pattern, new Random(1), 0, long.MaxValue, 10_000));
}
