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
        Assert.Equal(json, Encoding.UTF8.GetString(JsonInProse.Find(Encoding.UTF8.GetBytes(answer))));
}
