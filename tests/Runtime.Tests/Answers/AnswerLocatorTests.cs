using System.Text;
using TypedLlm.TypedAnswers;

namespace TypedLlm.Runtime.Tests.Answers;

public sealed class AnswerLocatorTests
{
    private const string Json = """{"value":{"a":[1,{"b-c":{"x":0}}],"\u0064":[2],"\ud800":3,"e":4}}""";

    [Theory]
    [InlineData("$", Json)]
    [InlineData("$.value.a[0]", "1,{")]
    [InlineData("$.value.a[1]['b-c'].x", "0}}]")]
    [InlineData("$.value.d[0]", "2]")]
    [InlineData("$.value.e", "4}}")]
    [InlineData("$.value[2]", "3,")]
    public void It_is_where_the_path_leads(string path, string place) => Assert.StartsWith(place, At(Json, path), StringComparison.Ordinal);

    [Theory]
    [InlineData("$.value.a[7].b", "[1,")]
    [InlineData("$.value.none.b", "{\"a\"")]
    [InlineData("$.value.e.b", "4}}")]
    [InlineData("$.value.a['b", "[1,")]
    [InlineData("$.value[']']", "{\"a\"")]
    public void It_is_as_far_as_the_path_leads(string path, string place) => Assert.StartsWith(place, At(Json, path), StringComparison.Ordinal);

    [Fact]
    public void The_object_around_the_value_may_be_missing() => Assert.Equal("7]", At("""[5,{"a":[6,7]}]""", "$.items[1].a[1]")[..2]);

    private static string At(string json, string path)
    {
        var utf8 = Encoding.UTF8.GetBytes(json);
        return Encoding.UTF8.GetString(utf8.AsSpan((int)AnswerLocator.Find(utf8, path)));
    }
}
