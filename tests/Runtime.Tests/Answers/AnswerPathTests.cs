using System.Text;
using TypedLlm.TypedAnswers;

namespace TypedLlm.Runtime.Tests.Answers;

public sealed class AnswerPathTests
{
    [Theory]
    [InlineData("""{"a":1,"secret":{"b":[0,{"a":!""", "$[1].b[1].a")]
    [InlineData("""{"a":{"b":1},"b":[[],[1,2,!""", "$.b[1][1]")]
    [InlineData("""{"a":{"b":1}!""", "$.a")]
    [InlineData("""[[[!""", "$[0][0]")]
    [InlineData("!", "$")]
    public void It_leads_to_the_place_and_shows_names_of_the_schema_only(string json, string path) =>
        Assert.Equal(path, AnswerPath.Of(Encoding.UTF8.GetBytes(json), json.Length, """{"properties":{"a":{},"b":{}}}"""u8));

    [Fact]
    public void What_stands_before_the_place_costs_no_memory()
    {
        const int Properties = 200_000;
        var json = Encoding.UTF8.GetBytes($"{{{string.Concat(Enumerable.Repeat("\"x\":{},", Properties))}\"a\":!");
        var schema = """{"properties":{"a":{}}}"""u8;
        AnswerPath.Of(json, 1, schema);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var path = AnswerPath.Of(json, json.Length, schema);

        Assert.Equal("$.a", path);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 32 * 1024);
    }
}
