using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace TypedLlm.Simulator.Tests;

public sealed class ValidationTests : SimulatorTest
{
    [Theory]
    [InlineData("""{"input":"x"}""", "missing_required_parameter", "model", "Missing required parameter: 'model'.")]
    [InlineData("""{"model":"gpt-4.1-mini"}""", "missing_required_parameter", "input", "Missing required parameter: 'input'.")]
    [InlineData("""{"model":7,"input":"x"}""", "invalid_type", "model", "Invalid type for 'model': expected a string, but got an integer instead.")]
    [InlineData("""{"model":"gpt-4.1-mini","input":5}""", "invalid_type", "input", "Invalid type for 'input': expected a string or an array, but got an integer instead.")]
    [InlineData("""{"model":"gpt-4.1-mini","input":"x","max_output_tokens":5}""", "integer_below_min_value", "max_output_tokens", "Invalid 'max_output_tokens': integer below minimum value. Expected a value >= 16, but got 5 instead.")]
    [InlineData("""{"model":"gpt-4.1-mini","input":"x","max_output_tokens":40000}""", "integer_above_max_value", "max_output_tokens", "Invalid 'max_output_tokens': integer above maximum value. Expected a value <= 32768, but got 40000 instead.")]
    [InlineData("""{"model":"gpt-4.1-mini","input":"x","max_output_tokens":16.5}""", "invalid_type", "max_output_tokens", "Invalid type for 'max_output_tokens': expected an integer, but got a decimal instead.")]
    [InlineData("""{"model":"gpt-4.1-mini","input":"x","temperature":2.5}""", "decimal_above_max_value", "temperature", "Invalid 'temperature': decimal above maximum value. Expected a value <= 2, but got 2.5 instead.")]
    [InlineData("""{"model":"gpt-4.1-mini","input":"x","temperature":"hot"}""", "invalid_type", "temperature", "Invalid type for 'temperature': expected a decimal, but got a string instead.")]
    [InlineData("""{"model":"gpt-5.4","input":"x","temperature":0.2}""", "unsupported_value", "temperature", "Unsupported value: 'temperature' does not support 0.2 with this model. Only the default (1) value is supported.")]
    [InlineData("""{"model":"gpt-5","input":"x","temperature":0.2,"reasoning":{"effort":"minimal"}}""", "unsupported_value", "temperature", "Unsupported value: 'temperature' does not support 0.2 with this model. Only the default (1) value is supported.")]
    [InlineData("""{"model":"gpt-6.2-sol","input":"x","reasoning":{"effort":"none"}}""", "unsupported_value", "reasoning.effort", "Unsupported value: 'none' is not supported with the 'gpt-6.2-sol' model. Supported values are: 'low', 'medium', 'high', 'xhigh', and 'max'.")]
    [InlineData("""{"model":"gpt-5.4","input":"x","reasoning":{"effort":"huge"}}""", "invalid_value", "reasoning.effort", "Invalid value: 'huge'. Supported values are: 'none', 'minimal', 'low', 'medium', 'high', 'xhigh', and 'max'.")]
    [InlineData("""{"model":"gpt-4.1-mini","input":"x","reasoning":{"effort":"low"}}""", "unsupported_parameter", "reasoning.effort", "Unsupported parameter: 'reasoning.effort' is not supported with this model.")]
    [InlineData("""{"model":"gpt-4.1-mini","input":"x","max_tokens":5}""", "unknown_parameter", "max_tokens", "Unknown parameter: 'max_tokens'.")]
    [InlineData("""{"model":"gpt-4.1-mini","input":"x","service_tier":"gold"}""", "invalid_value", "service_tier", "Invalid value: 'gold'. Supported values are: 'auto', 'default', 'flex', 'scale', 'priority', 'fast', and 'ultrafast'.")]
    [InlineData("""{"model":"gpt-4.1-mini","input":"x","metadata":{"tags":[]}}""", "invalid_type", "metadata.tags", "Invalid type for 'metadata.tags': expected a string, but got an array instead.")]
    [InlineData("""{"model":"gpt-4.1-mini","input":"x","stream_options":{"include_obfuscation":false}}""", null, "stream_options", "The 'stream_options' parameter is only allowed when 'stream' is enabled.")]
    [InlineData("""{"model":"gpt-4.1-mini","input":"x","stream":true,"stream_options":{"include_usage":true}}""", "unknown_parameter", "stream_options.include_usage", "Unknown parameter: 'stream_options.include_usage'.")]
    [InlineData("""{"model":"gpt-4.1-mini","input":[{"role":"robot","content":"x"}]}""", "invalid_value", "input[0].role", "Invalid value: 'robot'. Supported values are: 'assistant', 'system', 'developer', and 'user'.")]
    [InlineData("""{"model":"gpt-4.1-mini","input":[{"role":"user"}]}""", "missing_required_parameter", "input[0].content", "Missing required parameter: 'input[0].content'.")]
    [InlineData("""{"model":"gpt-4.1-mini","input":"x","tools":[{"type":"web_search"}]}""", "not_simulated", "tools[0].type", "The simulator does not serve tools of type 'web_search' ('tools[0].type').")]
    [InlineData("""{"model":"gpt-4.1-mini","input":"x","tools":[{"type":"function"}]}""", "missing_required_parameter", "tools[0].name", "Missing required parameter: 'tools[0].name'.")]
    [InlineData("""{"model":"gpt-4.1-mini","input":"x","tools":[{"type":"function","name":"f","parameters":{"type":"object","properties":{},"required":[]}}]}""",
        "invalid_function_parameters", "tools[0].parameters",
        "Invalid schema for function 'f': In context=(), 'additionalProperties' is required to be supplied and to be false.")]
    [InlineData("""{"model":"gpt-4.1-mini","input":[{"role":"user","content":[{"type":"input_audio"}]}]}""", "not_simulated", "input[0].content[0].type", "The simulator does not serve content of type 'input_audio' ('input[0].content[0].type').")]
    [InlineData("""{"model":"gpt-4.1-mini","input":""", null, null, "We could not parse the JSON body of your request.")]
    [InlineData("""{"model":"gpt-4.1-mini","input":"\ud800"}""", null, null, "We could not parse the JSON body of your request.")]
    [InlineData("""{"model":"\ud800","input":"x"}""", null, null, "We could not parse the JSON body of your request.")]
    [InlineData("[]", null, null, "We could not parse the JSON body of your request.")]
    [InlineData("", null, null, "We could not parse the JSON body of your request.")]
    public async Task A_request_that_the_service_refuses_is_refused(string body, string? code, string? param, string message)
    {
        using var response = await PostJsonAsync(body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var error = await ErrorAsync(response);
        Assert.Equal(message, error.GetProperty("message").GetString());
        Assert.Equal(code, error.GetProperty("code").GetString());
        Assert.Equal(param, error.GetProperty("param").GetString());
        Assert.Equal("invalid_request_error", error.GetProperty("type").GetString());
    }

    [Theory]
    [InlineData("""{"model":"gpt-5.4","input":"x","temperature":0.2,"reasoning":{"effort":"none"}}""")]
    [InlineData("""{"model":"gpt-5.1","input":"x","temperature":0.2}""")]
    [InlineData("""{"model":"gpt-5.4","input":"x","temperature":1}""")]
    [InlineData("""{"model":"gpt-5.6-sol","input":"x","service_tier":"ultrafast"}""")]
    [InlineData("""{"model":"gpt-4.1-mini","input":"x","tools":[],"tool_choice":"auto","background":false,"previous_response_id":null}""")]
    [InlineData("""{"model":"gpt-4.1-mini","input":"x","instructions":null,"temperature":null,"metadata":null,"stream":null,"reasoning":{}}""")]
    [InlineData("""{"model":"gpt-4o-2024-11-20","input":"x","text":{"format":{"type":"text"}}}""")]
    public async Task A_request_that_the_service_takes_is_taken(string body)
    {
        using var response = await PostJsonAsync(body);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("gpt-5.3-chat-latest")]
    [InlineData("o1-mini")]
    [InlineData("gpt-5.4-typo")]
    public async Task A_model_that_is_not_served_is_not_found(string model)
    {
        using var response = await PostAsync(Request(model));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        var error = await ErrorAsync(response);
        Assert.Equal($"The model `{model}` does not exist or you do not have access to it.", error.GetProperty("message").GetString());
        Assert.Equal("model_not_found", error.GetProperty("code").GetString());
        Assert.Equal("model", error.GetProperty("param").GetString());
    }

    [Fact]
    public async Task Metadata_is_limited_in_number_and_length()
    {
        async Task<string> CodeAsync(object metadata)
        {
            using var response = await PostAsync(new { model = Plain, input = "x", metadata });
            return (await ErrorAsync(response)).GetProperty("code").GetString()!;
        }

        Assert.Equal("object_above_max_properties", await CodeAsync(Enumerable.Range(0, 17).ToDictionary(i => $"k{i}", _ => "v")));
        Assert.Equal("string_above_max_length", await CodeAsync(new Dictionary<string, string> { [new string('k', 65)] = "v" }));
        Assert.Equal("string_above_max_length", await CodeAsync(new Dictionary<string, string> { ["k"] = new string('v', 513) }));
    }

    [Fact]
    public async Task Input_beyond_the_context_window_is_refused()
    {
        using var response = await PostAsync(new { model = "gpt-4o", input = new string('.', 128_001) });

        Assert.Equal("context_length_exceeded", (await ErrorAsync(response)).GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("assistant", false, 200)]
    [InlineData("assistant", true, 400)]
    [InlineData("user", true, 200)]
    public async Task A_model_may_refuse_to_go_on_from_an_assistant_message(string lastRole, bool rejects, int status)
    {
        Simulator.Scripts.For(Plain).Always(new ScriptedReply { RejectsPrefill = rejects });
        object[] input = [new { role = "user", content = "Count to three." }, new { role = lastRole, content = "One, two," }];

        using var response = await PostAsync(new { model = Plain, input });

        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task A_body_above_the_limit_is_too_large()
    {
        Options.MaxRequestBytes = 1000;

        using var response = await PostAsync(new { model = Plain, input = new string('x', 1000) });

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task Another_content_type_is_refused()
    {
        using var content = new StringContent("""{"model":"gpt-4.1-mini","input":"x"}""", Encoding.UTF8, "text/plain");
        using var response = await Http.PostAsync(new Uri("responses", UriKind.Relative), content);

        Assert.Equal("unsupported_content_type", (await ErrorAsync(response)).GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("GET", "responses", HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", "models", HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", "chat/completion", HttpStatusCode.NotFound)]
    [InlineData("GET", "nothing", HttpStatusCode.NotFound)]
    public async Task Other_paths_and_methods_are_refused(string method, string path, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var response = await Http.SendAsync(request);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(JsonValueKind.Object, (await ErrorAsync(response)).ValueKind);
    }

    [Fact]
    public async Task A_request_without_a_key_is_unauthorised()
    {
        Http.DefaultRequestHeaders.Authorization = null;

        using var response = await PostAsync(Request(Plain));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.StartsWith("You didn't provide an API key.", (await ErrorAsync(response)).GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_key_is_masked_in_the_answer()
    {
        Options.ApiKey = "sk-right";
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "sk-wrong-key-of-24-chars");

        using var response = await PostAsync(Request(Plain));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        var error = await ErrorAsync(response);
        Assert.Equal("invalid_api_key", error.GetProperty("code").GetString());
        Assert.Equal(
            "Incorrect API key provided: sk-wrong************hars. You can find your API key at https://platform.openai.com/account/api-keys.",
            error.GetProperty("message").GetString());
    }

    private Task<HttpResponseMessage> PostJsonAsync(string body) => Http.PostAsync(
        new Uri("responses", UriKind.Relative), new StringContent(body, Encoding.UTF8, "application/json"));
}
