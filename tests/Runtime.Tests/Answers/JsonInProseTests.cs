using System.Text;
using TypedLlm.CompilerServices;
using TypedLlm.Streaming;
using TypedLlm.TypedAnswers;

namespace TypedLlm.Runtime.Tests.Answers;

public sealed class JsonInProseTests
{
    [Theory]
    [InlineData("""{"a":1}""", """{"a":1}""")]
    [InlineData(" \n[1,2]\n", "[1,2]")]
    [InlineData("```json\n{\"a\":{}}\n```", """{"a":{}}""")]
    [InlineData("Here it is: {\"a\":1}. Anything else?", """{"a":1}""")]
    [InlineData("{\"a\":1}\nHope this helps", """{"a":1}""")]
    [InlineData("{\"a\":1", "{\"a\":1")]
    [InlineData("\"a {b} c\"", "\"a {b} c\"")]
    [InlineData(" 7 ", "7")]
    [InlineData("", "")]
    [InlineData("no JSON", "no JSON")]
    public void What_stands_around_it_is_left_out(string answer, string json) =>
        Assert.Equal(json, Encoding.UTF8.GetString(JsonInProse.Find(Encoding.UTF8.GetBytes(answer), mayBeList: true)));

    [Theory]
    [InlineData("<think>{plan}</think>{\"a\":1}", """{"a":1}""")]
    [InlineData("<think>{\"a\":\"the draft, which is longer\"}</think>{\"a\":1}", """{"a":1}""")]
    [InlineData("<think>{\"a\": a number}, or {\"a\":2}, or {\"a\":3}</think>{\"a\":1}", """{"a":1}""")]
    [InlineData("It should be {\"a\":2}.</think>{\"a\":1}", """{"a":1}""")]
    [InlineData("<think>use {</think>{\"a\":1}", """{"a":1}""")]
    [InlineData("<think>I begin {\"a\": and then the sum.</think>{\"a\":1}", """{"a":1}""")]
    [InlineData("<think>[1-3] [1-3] [1-3] [1-3] [1-3] [1-3] [1-3] [1-3] [1-3] [1-3] [1-3] [1-3] [1-3] [1-3] [1-3] [1-3] [1-3]</think>{\"a\":1}", """{"a":1}""")]
    [InlineData("\"Acme\" owes: {\"a\":1}", """{"a":1}""")]
    [InlineData("```JSON5\n{\"a\":1}\n```", """{"a":1}""")]
    [InlineData("See [1]: {\"a\":1}", """{"a":1}""")]
    [InlineData("[1] says {\"a\":[2]} [3], and so does [4]", """{"a":[2]}""")]
    [InlineData("{\"a\":1} (use })", """{"a":1}""")]
    [InlineData("{\"a\":1} (with { before)", """{"a":1}""")]
    [InlineData("{\"a\":\"}{\"} }", """{"a":"}{"}""")]
    [InlineData("It is {\"a\":\"</think>\"} {or so}", """{"a":"</think>"}""")]
    [InlineData("It is {\"a\":1}. So: {\"a\":1}", """{"a":1}""")]
    [InlineData("By {\"type\":\"object\",\"properties\":{}}:\n```json\n{\"a\":1}\n```\nDone {really}.", """{"a":1}""")]
    [InlineData("Draft:\n```\n{\"a\":2}\n```\nor better\n```\n{\"a\":1}\n```", """{"a":1}""")]
    [InlineData("<think>\n```\n{\"a\":2}\n```\n</think>{\"a\":1}", """{"a":1}""")]
    [InlineData("As {code}: {\"a\":\"```{}```\"}", """{"a":"```{}```"}""")]
    public void Among_other_brackets_it_is_found(string answer, string json) => Assert.Equal(json, Find(answer, mayBeList: false));

    [Theory]
    [InlineData("No {such} thing")]
    [InlineData("See [1]")]
    [InlineData("It is {\"b\":{\"amount\":1}, \"c\":")]
    [InlineData("It is {\"b\":{\"amount\":1}, c:\"d}")]
    [InlineData("Not {\"amount\":2} but {\"b\":{\"amount\":1}")]
    [InlineData("They are [\"{}")]
    [InlineData("It is {\"b\":{\"amount\":1},}")]
    [InlineData("Form {\"amount\":0}:\n```json\n{\"amount\":7,}\n```")]
    [InlineData("```json\n{\"amount\":7,}\n```\nnot {\"amount\":0}")]
    [InlineData("{\"amount\":1} as {\"amount\": a number}")]
    [InlineData("{\"amount\": a number}</think>{\"amount\":1}")]
    [InlineData("Form {\"amount\":0}: {'amount':7}")]
    [InlineData("Form {\"amount\":0}:\n```json\n{ // in all\n\"amount\":7}\n```")]
    [InlineData("<think>{\"amount\":1}")]
    [InlineData("<think>{\"amount\":1}</think>")]
    [InlineData("It could be {\"amount\":1}</think>Or not.")]
    [InlineData("Read: {\"amount\":\"</think>{}\",}")]
    public void Only_what_is_whole_is_found(string answer) =>
        Assert.Throws<AnswerException>(() => Read(Total.Format, answer));

    [Theory]
    [InlineData("Draft {\"amount\":1}. Corrected {\"amount\":7}")]
    [InlineData("{\"amount\":1} or {\"amount\":7}")]
    [InlineData("{\"amount\":1}</think>{\"amount\":7}")]
    [InlineData("{\"amount\":1}\nor\n```\n{\"amount\":7}\n```")]
    [InlineData("```\n{\"amount\":1}\n```\nor better\n```\n{\"amount\":7}\n```")]
    [InlineData("Draft:\n```\n{\"amount\":1}\n```\nCorrected: {\"amount\":7}")]
    [InlineData("Not {}, but {\"amount\":7}.")]
    public void Of_several_that_differ_none_is_found(string answer) => AssertSeveral(Total.Format, answer);

    [Theory]
    [InlineData("Sources [12,13,14]: they are [1,2]")]
    [InlineData("See [7]: {\"items\":[1,2]}")]
    [InlineData("[7]: {\"items\":[1,2]}")]
    [InlineData("<think>[1]</think>[2] or [3]")]
    [InlineData("They are [1]:\n```\n\n```\n[2]")]
    public void Of_several_lists_none_is_found(string answer) => AssertSeveral(Totals.Format, answer);

    [Theory]
    [InlineData("See {x} and [a]: [2,3]", "[2,3]")]
    [InlineData("As [a] says: {\"items\":[2,3]}", """{"items":[2,3]}""")]
    [InlineData("Sources [12,13,14]:\n```\n[1,2]\n```", "[1,2]")]
    [InlineData("<think>[1]</think>[2]", "[2]")]
    [InlineData("{\"items\":[1,2]} Source: [1]", """{"items":[1,2]}""")]
    [InlineData("They are [[1,2],[3", "[[1,2],[3")]
    public void A_list_is_found_where_one_is_asked_for(string answer, string json) => Assert.Equal(json, Find(answer, mayBeList: true));

    [Fact]
    public void Brackets_that_begin_nothing_are_looked_at_a_fixed_number_of_times()
    {
        JsonInProse.Only(Encoding.UTF8.GetBytes(new string('{', 100_000) + "{\"a\":1}"), mayBeList: false, mayBeThought: true, out var strays);
        Assert.Equal(JsonInProse.MostStrays, strays);

        var citations = string.Concat(Enumerable.Repeat("[1] ", 10_000));
        var found = JsonInProse.Only(Encoding.UTF8.GetBytes($"{citations}{{\"a\":1}}{citations}"), mayBeList: false, mayBeThought: true, out strays);
        Assert.Equal(("""{"a":1}""", 0), (Encoding.UTF8.GetString(found), strays));
    }

    [Theory]
    [InlineData("{}", true)]
    [InlineData(" [1] ", true)]
    [InlineData("7", true)]
    [InlineData("", true)]
    [InlineData("\"a {b} c\"", true)]
    [InlineData("{} (use })", false)]
    [InlineData("{]", false)]
    [InlineData("Here: {}", false)]
    public void Only_where_words_stand_around_it_is_it_looked_for_at_once(string answer, bool isAlone) =>
        Assert.Equal(isAlone, JsonInProse.IsAlone(Encoding.UTF8.GetBytes(answer)));

    private static void AssertSeveral<T>(AnswerFormat<T> format, string answer)
    {
        var fault = Assert.Throws<AnswerException>(() => Read(format, answer));

        Assert.Equal("The answer has several JSON values at $; expected is one JSON value.", fault.Message);
        Assert.Equal(("$", "one JSON value", "several JSON values"), (fault.Path, fault.Expected, fault.Found));
        Assert.EndsWith(fault.GetExcerpt()!, answer, StringComparison.Ordinal);
    }

    private static T Read<T>(AnswerFormat<T> format, string answer) =>
        new FormatParser<T>(format).Parse(new ResponseSnapshot { Text = answer }) is var parsed && parsed.Fault is { } fault ? throw fault : parsed.Value;

    private static string Find(string answer, bool mayBeList) => Encoding.UTF8.GetString(JsonInProse.Find(Encoding.UTF8.GetBytes(answer), mayBeList));
}
