using System.Text;
using TypedLlm.Transports;

namespace TypedLlm.Runtime.Tests.Transports;

public sealed class ErrorReaderTests
{
    [Theory]
    [InlineData("{\"error\":{\"message\":\"m\",\"type\":\"t\",\"param\":\"p\",\"code\":\"c\"}}", "c", "t", "p", "m")]
    [InlineData("{\"error\":{\"code\":\"c\",\"message\":\"m\",\"param\":null,\"type\":\"t\"},\"detail\":{\"x\":1}}", "c", "t", null, "m")]
    [InlineData("{\"error\":{\"message\":\"m\"}}", null, null, null, "m")]
    [InlineData("{\"error\":{\"message\":\"m\",\"code\":429}}", "429", null, null, "m")]
    [InlineData("{\"error\":\"words\"}", null, null, null, "words")]
    [InlineData("{\"detail\":\"Not Found\"}", null, null, null, "Not Found")]
    [InlineData("{\"message\":\"m\",\"code\":\"c\"}", "c", null, null, "m")]
    [InlineData("{\"type\":\"error\",\"code\":\"c\",\"message\":\"m\",\"param\":\"p\"}", "c", null, "p", "m")]
    [InlineData("{\"error\":{\"code\":\"c\",\"message\":\"cut he", "c", null, null, "{\"error\":{\"code\":\"c\",\"message\":\"cut he")]
    [InlineData("{\"error\":{\"code\":\"c\",\"message\":{\"a\":[1]},\"type\":\"t\"}}", "c", "t", null, "{\"error\":{\"code\":\"c\",\"message\":{\"a\":[1]},\"type\":\"t\"}}")]
    [InlineData("{\"error\":{\"code\":true,\"type\":\"\\ud83d\",\"message\":\"m\"}}", null, null, null, "m")]
    [InlineData("  <html>502</html>\n", null, null, null, "<html>502</html>")]
    [InlineData("upstream connect error", null, null, null, "upstream connect error")]
    [InlineData("", null, null, null, null)]
    [InlineData("  \n", null, null, null, null)]
    [InlineData("[]", null, null, null, "[]")]
    public void All_shapes_are_read(string body, string? code, string? type, string? param, string? message) =>
        Assert.Equal(new ErrorFacts(code, type, param, message), ErrorReader.ReadBody(Encoding.UTF8.GetBytes(body)) with { MessageIsExcerpt = false });

    [Theory]
    [InlineData("{\"error\":{\"message\":\"m\"}}", false)]
    [InlineData("{\"error\":\"words\"}", false)]
    [InlineData("{\"detail\":\"Not Found\"}", false)]
    [InlineData("", false)]
    [InlineData("{\"detail\":[{\"msg\":\"Field required\",\"input\":{}}]}", true)]
    [InlineData("{\"error\":{\"code\":\"c\",\"message\":\"cut he", true)]
    [InlineData("upstream connect error", true)]
    public void Words_of_the_service_are_told_from_the_beginning_of_a_body(string body, bool isExcerpt) =>
        Assert.Equal(isExcerpt, ErrorReader.ReadBody(Encoding.UTF8.GetBytes(body)).MessageIsExcerpt);

    [Fact]
    public void Long_texts_are_cut_between_characters()
    {
        var body = "{\"error\":{\"message\":\"" + string.Concat(Enumerable.Repeat("🗼", 1_000)) + "x\",\"code\":\"" + new string('c', 200) + "\"}}";

        var facts = ErrorReader.ReadBody(Encoding.UTF8.GetBytes(body));

        Assert.Equal(1_024, facts.Message!.Length);
        Assert.Equal(128, facts.Code!.Length);
        Assert.Equal(facts.Message, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(facts.Message)));
    }
}
