using System.Text;
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
    [InlineData("<think>use {</think>{\"a\":1}", """{"a":1}""")]
    [InlineData("See [1]: {\"a\":1}", """{"a":1}""")]
    [InlineData("[1] says {\"a\":[2]} [3], and so does [4]", """{"a":[2]}""")]
    [InlineData("{\"a\":1} (use })", """{"a":1}""")]
    [InlineData("{\"a\":1} (with { before)", """{"a":1}""")]
    [InlineData("{\"a\":\"}{\"} }", """{"a":"}{"}""")]
    [InlineData("It is {\"a\":\"</think>\"} {or so}", """{"a":"</think>"}""")]
    [InlineData("Not {}, but {\"a\":1}.", """{"a":1}""")]
    [InlineData("By {\"type\":\"object\",\"properties\":{}}:\n```json\n{\"a\":1}\n```\nDone {really}.", """{"a":1}""")]
    [InlineData("```\n{\"a\":2}\n```\nor better\n```\n{\"a\":1}\n```", """{"a":1}""")]
    [InlineData("<think>\n```\n{\"a\":2}\n```\n</think>{\"a\":1}", """{"a":1}""")]
    [InlineData("As {code}: {\"a\":\"```{}```\"}", """{"a":"```{}```"}""")]
    public void Among_other_brackets_it_is_found(string answer, string json) => Assert.Equal(json, Find(answer, mayBeList: false));

    [Theory]
    [InlineData("No {such} thing")]
    [InlineData("See [1]")]
    [InlineData("It is {\"b\":{\"a\":1}, \"c\":")]
    [InlineData("It is {\"b\":{\"a\":1}, c:\"d}")]
    [InlineData("Not {\"a\":2} but {\"b\":{\"a\":1}")]
    [InlineData("They are [\"{}")]
    [InlineData("It is {\"b\":{\"a\":1},}")]
    public void Only_what_is_whole_is_found(string answer) =>
        Assert.Equal(answer[answer.IndexOfAny(['{', '['])..], Find(answer, mayBeList: false));

    [Theory]
    [InlineData("See {x} and [1]: [2,3]", "[2,3]")]
    [InlineData("See [1]: {\"items\":[2,3]}", """{"items":[2,3]}""")]
    [InlineData("They are [[1,2],[3", "[[1,2],[3")]
    public void A_list_is_found_where_one_is_asked_for(string answer, string json) => Assert.Equal(json, Find(answer, mayBeList: true));

    [Theory]
    [InlineData("{\"a\":1} or {\"a\":1,\"b\":2}", """{"a":1}""")]
    [InlineData("It is {\"a\":1} }", """{"a":1}""")]
    [InlineData("{a} {\"a\":1}", "{a} {\"a\":1}")]
    [InlineData("7", "7")]
    public void What_was_begun_first_can_be_asked_for(string answer, string json) =>
        Assert.Equal(json, Encoding.UTF8.GetString(JsonInProse.Find(Encoding.UTF8.GetBytes(answer), mayBeList: false, isFirst: true)));

    [Fact]
    public void Brackets_that_begin_nothing_are_looked_at_a_fixed_number_of_times()
    {
        JsonInProse.Longest(Encoding.UTF8.GetBytes(new string('{', 100_000) + "{\"a\":1}"), mayBeList: false, out var strays);
        Assert.Equal(JsonInProse.MostStrays, strays);

        var citations = string.Concat(Enumerable.Repeat("[1] ", 10_000));
        var found = JsonInProse.Longest(Encoding.UTF8.GetBytes($"{citations}{{\"a\":1}}{citations}"), mayBeList: false, out strays);
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

    private static string Find(string answer, bool mayBeList) => Encoding.UTF8.GetString(JsonInProse.Find(Encoding.UTF8.GetBytes(answer), mayBeList));
}
