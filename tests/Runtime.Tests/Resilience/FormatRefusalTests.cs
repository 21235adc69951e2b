using TypedLlm.Resilience;

namespace TypedLlm.Runtime.Tests.Resilience;

/// <summary>How the service and servers that are compatible with it say that they do not take the form of the answer. Facts are theirs, words are ours.</summary>
public sealed class FormatRefusalTests
{
    [Theory]
    [InlineData("unsupported_value", "text.format", "not with this model")]
    [InlineData("InvalidParameter", "response_format.type", "json_schema is no value of it, json_object and text are")]
    [InlineData(null, "", "'response_format' of the type 'json_schema' does not go with this model")]
    [InlineData("invalid_request_error", null, "That response_format type is not available")]
    [InlineData(null, null, "'response_format.type' has to be 'json_schema' or 'text'")]
    [InlineData(null, null, "Cannot read the body: response_format: `json_schema` is unavailable at line 1 column 132")]
    [InlineData("400", null, "Structured outputs are off for this model")]
    public void The_way_to_ask_is_refused(string? code, string? param, string message) =>
        Assert.Equal(Repeat.AsWeakerDemand, RepeatAfter(code, param, message));

    [Theory]
    [InlineData("invalid_json_schema", null, "no")]
    [InlineData("invalid_value", "text.format.schema", "regex parse error: look-around is not supported")]
    [InlineData(null, "response_format", "Invalid schema for response_format 'Total': In context=(), 'minimum' is not permitted.")]
    [InlineData("400", null, "The JSON schema has features that the grammar does not know")]
    [InlineData("400", null, "JSON schema conversion failed:\nthe pattern has no anchors")]
    [InlineData("400", null, "Grammar error: format uri is unknown")]
    [InlineData(null, null, "invalid JSON schema in format")]
    public void One_schema_is_refused(string? code, string? param, string message) =>
        Assert.Equal(Repeat.WithoutSchema, RepeatAfter(code, param, message));

    [Theory]
    [InlineData("unsupported_value", "temperature", "not together with response_format")]
    [InlineData("unsupported_parameter", "temperature", "not with this model")]
    [InlineData(null, null, "Field required: model")]
    [InlineData(null, null, null)]
    public void Something_else_is_refused(string? code, string? param, string? message) =>
        Assert.Null(RepeatAfter(code, param, message));

    [Theory]
    [InlineData("invalid_json_schema", null, "WithoutSchema")]
    [InlineData("unsupported_value", "text.format", "AsWeakerDemand")]
    [InlineData(null, null, null)]
    [InlineData("400", "", null)]
    public void The_beginning_of_a_body_is_not_the_words_of_a_service(string? code, string? param, string? repeat)
    {
        var failure = new Failure(FailureSource.Status)
        {
            Status = 422,
            Code = code,
            Param = param,
            Message = """{"detail":[{"msg":"Field required","input":{"text":{"format":{"type":"json_schema"}},"input":"It follows this JSON schema"}}]}""",
            MessageIsExcerpt = true,
            AsksFormat = true,
        };

        Assert.Equal(repeat, FormatRefusal.RepeatAfter(failure)?.ToString());
    }

    [Theory]
    [InlineData("invalid_json_schema", null, true)]
    [InlineData(null, "response_format", true)]
    [InlineData("400", null, false)]
    [InlineData("unsupported_value", "", false)]
    public void What_only_words_tell_is_known_as_such(string? code, string? param, bool isNamed) =>
        Assert.Equal(isNamed, FormatRefusal.IsNamed(new Failure(FailureSource.Status) { Code = code, Param = param, Message = "Invalid JSON schema" }));

    [Fact]
    public void What_was_not_asked_for_cannot_be_refused()
    {
        Assert.Null(RepeatAfter(null, "text.format", "response_format", asksFormat: false));
        Assert.Null(RepeatAfter(null, null, "response_format", asksFormat: false));
    }

    [Theory]
    [InlineData("In context=('properties', 'x'), 'minimum' is not permitted.", "minimum")]
    [InlineData("In context=('properties', 'format'), 'pattern' is not permitted.", "pattern")]
    [InlineData("In context=('properties', 'secret'), 'secret' is not permitted.", null)]
    [InlineData("the pattern has no anchors", null)]
    [InlineData(null, null)]
    public void Of_the_words_about_a_schema_only_a_keyword_is_told(string? message, string? keyword) =>
        Assert.Equal(keyword, FormatRefusal.KeywordIn(message));

    private static Repeat? RepeatAfter(string? code, string? param, string? message, bool asksFormat = true) =>
        FormatRefusal.RepeatAfter(new Failure(FailureSource.Status) { Status = 400, Code = code, Param = param, Message = message, AsksFormat = asksFormat });
}
