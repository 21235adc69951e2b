using System.Net;
using System.Text.Json;

namespace TypedLlm.Simulator.Tests.Structured;

public sealed class StructuredRequestTests : SimulatorTest
{
    private const string Schema = """
        {"type":"object","properties":{"city":{"type":"string"},"days":{"type":"array","items":{"type":"integer","minimum":1,"maximum":31}}},
         "required":["city","days"],"additionalProperties":false}
        """;

    [Fact]
    public async Task An_answer_fits_the_schema_and_the_format_is_echoed()
    {
        var response = await AskAsync(Asking(Plain, Schema));

        AssertFits(TextOf(response));
        var format = response.GetProperty("text").GetProperty("format");
        Assert.Equal("json_schema", format.GetProperty("type").GetString());
        Assert.Equal("weather", format.GetProperty("name").GetString());
        Assert.True(format.GetProperty("strict").GetBoolean());
        Assert.True(JsonElement.DeepEquals(Parse(Schema), format.GetProperty("schema")));
    }

    [Fact]
    public async Task A_streamed_answer_fits_the_schema_and_is_the_same()
    {
        var whole = TextOf(await AskAsync(Asking(Plain, Schema)));
        var events = await StreamAsync(Asking(Plain, Schema, stream: true));

        var text = ReceivedEvent.TextOf(events);
        Assert.Equal(whole, text);
        AssertFits(text);
    }

    [Fact]
    public async Task A_scripted_answer_is_left_as_it_is()
    {
        Simulator.Scripts.For(Plain).Always(Answers.Text("""{"surplus":1}"""));

        Assert.Equal("""{"surplus":1}""", TextOf(await AskAsync(Asking(Plain, Schema))));
    }

    [Fact]
    public async Task An_answer_is_cut_at_the_output_limit()
    {
        var response = await AskAsync(new
        {
            model = Plain,
            input = "x",
            max_output_tokens = 16,
            text = new { format = new { type = "json_schema", name = "n", schema = Parse("""{"type":"object","properties":{"list":{"type":"array","items":{"type":"string"},"minItems":20}},"required":["list"],"additionalProperties":false}""") } },
        });

        Assert.Equal("incomplete", response.GetProperty("status").GetString());
        Assert.ThrowsAny<JsonException>(() => JsonDocument.Parse(TextOf(response)));
    }

    [Fact]
    public async Task Json_mode_answers_an_object()
    {
        var response = await AskAsync(new { model = Plain, input = "Say it in JSON.", text = new { format = new { type = "json_object" } } });

        using var answer = JsonDocument.Parse(TextOf(response));
        Assert.Equal(JsonValueKind.Object, answer.RootElement.ValueKind);
        Assert.Equal("json_object", response.GetProperty("text").GetProperty("format").GetProperty("type").GetString());
    }

    [Fact]
    public async Task Json_mode_must_be_mentioned_in_a_message()
    {
        using var response = await PostAsync(new { model = Plain, instructions = "Answer in JSON.", input = "Say it.", text = new { format = new { type = "json_object" } } });

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var error = await ErrorAsync(response);
        Assert.Equal(
            "Response input messages must contain the word 'json' in some form to use 'text.format' of type 'json_object'.",
            error.GetProperty("message").GetString());
        Assert.Equal("input", error.GetProperty("param").GetString());
    }

    [Theory]
    [InlineData("""{}""", "missing_required_parameter", "text.format.type", "Missing required parameter: 'text.format.type'.")]
    [InlineData("""{"type":"yaml"}""", "invalid_value", "text.format.type", "Invalid value: 'yaml'. Supported values are: 'text', 'json_object', and 'json_schema'.")]
    [InlineData("""{"type":"text","name":"n"}""", "unknown_parameter", "text.format.name", "Unknown parameter: 'text.format.name'.")]
    [InlineData("""{"type":"json_schema","schema":{}}""", "missing_required_parameter", "text.format.name", "Missing required parameter: 'text.format.name'.")]
    [InlineData("""{"type":"json_schema","name":"n"}""", "missing_required_parameter", "text.format.schema", "Missing required parameter: 'text.format.schema'.")]
    [InlineData("""{"type":"json_schema","name":"","schema":{}}""", "empty_string", "text.format.name", "Invalid 'text.format.name': empty string. Expected a string with minimum length 1, but got an empty string instead.")]
    [InlineData("""{"type":"json_schema","name":"a b","schema":{}}""", "invalid_value", "text.format.name", "Invalid 'text.format.name': string does not match pattern. Expected a string that matches the pattern '^[a-zA-Z0-9_-]+$'.")]
    [InlineData("""{"type":"json_schema","name":"n","schema":[]}""", "invalid_type", "text.format.schema", "Invalid type for 'text.format.schema': expected an object, but got an array instead.")]
    [InlineData("""{"type":"json_schema","name":"n","schema":{},"extra":1}""", "unknown_parameter", "text.format.extra", "Unknown parameter: 'text.format.extra'.")]
    [InlineData("""{"type":"json_schema","name":"n","schema":{"type":"object"}}""", "invalid_json_schema", "text.format.schema", "Invalid schema for response_format 'n': In context=(), 'additionalProperties' is required to be supplied and to be false.")]
    public async Task A_format_that_the_service_refuses_is_refused(string format, string code, string param, string message)
    {
        using var response = await PostAsync(new { model = Plain, input = "x", text = new { format = Parse(format) } });

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var error = await ErrorAsync(response);
        Assert.Equal(message, error.GetProperty("message").GetString());
        Assert.Equal(code, error.GetProperty("code").GetString());
        Assert.Equal(param, error.GetProperty("param").GetString());
    }

    [Theory]
    [InlineData(64, HttpStatusCode.OK)]
    [InlineData(65, HttpStatusCode.BadRequest)]
    public async Task A_name_has_64_characters_at_most(int length, HttpStatusCode status)
    {
        using var response = await PostAsync(Asking(Plain, Schema, name: new string('n', length)));

        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task A_schema_that_need_not_be_followed_is_not_judged()
    {
        var response = await AskAsync(new
        {
            model = Plain,
            input = "x",
            text = new { format = new { type = "json_schema", name = "n", strict = false, schema = Parse("""{"type":"object","properties":{"a":{"type":"string"}}}""") } },
        });

        Assert.False(response.GetProperty("text").GetProperty("format").GetProperty("strict").GetBoolean());
        using var answer = JsonDocument.Parse(TextOf(response));
        Assert.Equal(JsonValueKind.String, answer.RootElement.GetProperty("a").ValueKind);
    }

    [Theory]
    [InlineData("gpt-5.4-pro")]
    [InlineData("gpt-5.2-pro")]
    public async Task A_model_without_structured_outputs_refuses_a_schema(string model)
    {
        using var response = await PostAsync(Asking(model, Schema));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var error = await ErrorAsync(response);
        Assert.Equal("Invalid parameter: 'text.format' of type 'json_schema' is not supported with this model.", error.GetProperty("message").GetString());
        Assert.Equal("text.format", error.GetProperty("param").GetString());
    }

    private static object Asking(string model, string schema, bool stream = false, string name = "weather") => new
    {
        model,
        input = "How will the weather be?",
        stream,
        text = new { format = new { type = "json_schema", name, schema = Parse(schema) } },
    };

    private static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    private static void AssertFits(string answer)
    {
        using var value = JsonDocument.Parse(answer);
        Assert.Null(SchemaFit.Problem(Parse(Schema), value.RootElement));
    }
}
