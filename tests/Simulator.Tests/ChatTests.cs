using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace TypedLlm.Simulator.Tests;

public sealed class ChatTests : SimulatorTest
{
    [Fact]
    public async Task A_completion_has_the_shape_of_the_service()
    {
        Simulator.Scripts.For(Plain).Always(Answers.Text("Hello there."));
        using var response = await PostToAsync("chat/completions", Chat(Plain));
        var completion = await response.Content.ReadFromJsonAsync<JsonElement>();

        Assert.StartsWith("chatcmpl-", completion.GetProperty("id").GetString(), StringComparison.Ordinal);
        Assert.Equal("chat.completion", completion.GetProperty("object").GetString());
        Assert.Equal(Clock.Start.ToUnixTimeSeconds(), completion.GetProperty("created").GetInt64());
        Assert.Equal("gpt-4.1-mini-2025-04-14", completion.GetProperty("model").GetString());
        Assert.Equal(
            """[{"index":0,"message":{"role":"assistant","content":"Hello there.","refusal":null,"annotations":[]},"logprobs":null,"finish_reason":"stop"}]""",
            completion.GetProperty("choices").GetRawText());
        Assert.Equal(3, completion.GetProperty("usage").GetProperty("completion_tokens").GetInt32());
        Assert.Equal(
            completion.GetProperty("usage").GetProperty("prompt_tokens").GetInt32() + 3,
            completion.GetProperty("usage").GetProperty("total_tokens").GetInt32());
        Assert.Equal("default", completion.GetProperty("service_tier").GetString());
        Assert.True(response.Headers.Contains("x-ratelimit-limit-tokens"));
        Assert.Empty(Simulator.State.Responses);
    }

    [Fact]
    public async Task A_refusal_has_no_content()
    {
        Simulator.Scripts.For(Plain).Always(Answers.Refusal("I cannot help with that."));

        var choice = await CompleteAsync(Chat(Plain));

        Assert.Equal(JsonValueKind.Null, choice.GetProperty("message").GetProperty("content").ValueKind);
        Assert.Equal("I cannot help with that.", choice.GetProperty("message").GetProperty("refusal").GetString());
        Assert.Equal("stop", choice.GetProperty("finish_reason").GetString());
    }

    [Fact]
    public async Task A_limit_cuts_the_answer_after_the_reasoning()
    {
        Simulator.Scripts.For(Reasoning).Always(Answers.Tokens(50));

        var choice = await CompleteAsync(new { model = Reasoning, messages = User("Hello"), reasoning_effort = "low", max_completion_tokens = 5 });

        Assert.Equal("length", choice.GetProperty("finish_reason").GetString());
        Assert.Equal("This", choice.GetProperty("message").GetProperty("content").GetString());
    }

    [Fact]
    public async Task A_content_filter_ends_it_and_a_failure_is_an_http_error()
    {
        Simulator.Scripts.For(Plain).On(1, Faults.Incomplete("content_filter")).On(2, Faults.Failed("server_error", "It broke."));

        var filtered = await CompleteAsync(Chat(Plain));
        using var failed = await PostToAsync("chat/completions", Chat(Plain));

        Assert.Equal("content_filter", filtered.GetProperty("finish_reason").GetString());
        Assert.Equal(HttpStatusCode.InternalServerError, failed.StatusCode);
        Assert.Equal("It broke.", (await ErrorAsync(failed)).GetProperty("message").GetString());
    }

    [Fact]
    public async Task Scripts_of_a_model_count_its_chats()
    {
        Simulator.Scripts.For(Plain).On(2, Faults.RateLimited(TimeSpan.FromSeconds(1)));

        using var first = await PostAsync(Request(Plain));
        using var second = await PostToAsync("chat/completions", Chat(Plain));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.TooManyRequests), (first.StatusCode, second.StatusCode));
    }

    [Theory]
    [InlineData("""{"messages":[{"role":"user","content":"x"}]}""", "missing_required_parameter", "model", "Missing required parameter: 'model'.")]
    [InlineData("""{"model":"gpt-4.1-mini"}""", "missing_required_parameter", "messages", "Missing required parameter: 'messages'.")]
    [InlineData("""{"model":"gpt-4.1-mini","messages":[]}""", "empty_array", "messages",
        "Invalid 'messages': empty array. Expected an array with minimum length 1, but got an empty array instead.")]
    [InlineData("""{"model":"gpt-4.1-mini","messages":"x"}""", "invalid_type", "messages", "Invalid type for 'messages': expected an array, but got a string instead.")]
    [InlineData("""{"model":"gpt-4.1-mini","messages":[{"content":"x"}]}""", "missing_required_parameter", "messages[0].role", "Missing required parameter: 'messages[0].role'.")]
    [InlineData("""{"model":"gpt-4.1-mini","messages":[{"role":"user","content":[{"type":"text"}]}]}""",
        "missing_required_parameter", "messages[0].content[0].text", "Missing required parameter: 'messages[0].content[0].text'.")]
    [InlineData("""{"model":"gpt-5.4","messages":[{"role":"user","content":"x"}],"max_tokens":9}""", "unsupported_parameter", "max_tokens",
        "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.")]
    [InlineData("""{"model":"gpt-5.4","messages":[{"role":"user","content":"x"}],"temperature":0.2}""", "unsupported_value", "temperature",
        "Unsupported value: 'temperature' does not support 0.2 with this model. Only the default (1) value is supported.")]
    [InlineData("""{"model":"gpt-4.1-mini","messages":[{"role":"user","content":"x"}],"reasoning_effort":"low"}""", "unsupported_parameter", "reasoning_effort",
        "Unsupported parameter: 'reasoning_effort' is not supported with this model.")]
    [InlineData("""{"model":"gpt-5","messages":[{"role":"user","content":"x"}],"reasoning_effort":"none"}""", "unsupported_value", "reasoning_effort",
        "Unsupported value: 'none' is not supported with the 'gpt-5' model. Supported values are: 'minimal', 'low', 'medium', and 'high'.")]
    [InlineData("""{"model":"gpt-5.4","messages":[{"role":"user","content":"x"}],"tools":[{"type":"function","function":{"name":"f"}}]}""", null, "reasoning_effort",
        "Function tools with reasoning_effort are not supported for gpt-5.4 in /v1/chat/completions. To use function tools, use /v1/responses or set reasoning_effort to 'none'.")]
    [InlineData("""{"model":"gpt-4.1-mini","messages":[{"role":"user","content":"x"}],"input":"x"}""", "unknown_parameter", "input", "Unknown parameter: 'input'.")]
    [InlineData("""{"model":"gpt-4.1-mini","messages":[{"role":"user","content":"x"}],"n":2}""", "not_simulated", "n", "The simulator does not serve this feature ('n').")]
    [InlineData("""{"model":"gpt-4.1-mini","messages":[{"role":"user","content":"x"}],"stream_options":{"include_usage":true}}""", null, "stream_options",
        "The 'stream_options' parameter is only allowed when 'stream' is enabled.")]
    [InlineData("""{"model":"gpt-4.1-mini","messages":[{"role":"user","content":"x"}],"response_format":{"type":"json_object"}}""", null, "messages",
        "'messages' must contain the word 'json' in some form, to use 'response_format' of type 'json_object'.")]
    [InlineData("{", null, null, "We could not parse the JSON body of your request.")]
    public async Task A_request_that_the_service_refuses_is_refused(string body, string? code, string? param, string message)
    {
        using var response = await Http.PostAsync(
            new Uri("chat/completions", UriKind.Relative), new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var error = await ErrorAsync(response);
        Assert.Equal((code, param, message), (
            error.GetProperty("code").GetString(), error.GetProperty("param").GetString(), error.GetProperty("message").GetString()));
    }

    [Theory]
    [InlineData("gpt-4", "The model `gpt-4` does not exist or you do not have access to it.")]
    [InlineData("gpt-5.4-pro", "This model is only supported in v1/responses and not in v1/chat/completions.")]
    public async Task A_model_that_does_not_chat_is_not_found(string model, string message)
    {
        using var response = await PostToAsync("chat/completions", Chat(model));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal(message, (await ErrorAsync(response)).GetProperty("message").GetString());
    }

    [Fact]
    public async Task A_context_that_is_too_long_is_refused_with_its_numbers()
    {
        Options.MaxRequestBytes = 64 * 1024 * 1024;
        var text = string.Concat(Enumerable.Repeat(" a", 200_000));

        using var response = await PostToAsync("chat/completions", new { model = "gpt-4o-mini", messages = User(text), max_tokens = 10 });

        Assert.Equal(
            "This model's maximum context length is 128000 tokens. However, you requested 200013 tokens (200003 in the messages, 10 in the completion). Please reduce the length of the messages or completion.",
            (await ErrorAsync(response)).GetProperty("message").GetString());
    }

    [Theory]
    [InlineData("""{"model":"gpt-5.4","messages":[{"role":"developer","content":[{"type":"text","text":"x"}]},{"role":"assistant","content":"y","refusal":null},{"role":"user","content":"z"}],"reasoning_effort":"none","temperature":0.3}""")]
    [InlineData("""{"model":"gpt-4.1-mini","messages":[{"role":"user","content":"x"}],"max_tokens":9,"n":1,"stop":null,"seed":4,"tools":[],"logprobs":false,"response_format":{"type":"text"},"store":true,"metadata":{"a":"b"},"service_tier":"flex"}""")]
    public async Task A_request_that_the_service_takes_is_answered(string body)
    {
        using var response = await Http.PostAsync(
            new Uri("chat/completions", UriKind.Relative), new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task An_answer_follows_the_schema_that_was_asked()
    {
        var choice = await CompleteAsync(new
        {
            model = Plain,
            messages = User("Which town?"),
            response_format = new
            {
                type = "json_schema",
                json_schema = new
                {
                    name = "town",
                    strict = true,
                    schema = new { type = "object", properties = new { name = new { type = "string" } }, required = (string[])["name"], additionalProperties = false },
                },
            },
        });

        var answer = JsonSerializer.Deserialize<JsonElement>(choice.GetProperty("message").GetProperty("content").GetString()!);
        Assert.Equal(JsonValueKind.String, answer.GetProperty("name").ValueKind);
    }

    [Fact]
    public async Task An_account_may_lack_what_a_chat_asks()
    {
        Options.Account = new SimulatedAccount { WithoutStructured = [Plain] };

        using var refused = await PostToAsync("chat/completions", new
        {
            model = Plain,
            messages = User("Hello"),
            response_format = new { type = "json_schema", json_schema = new { name = "x", strict = false, schema = new { type = "object" } } },
        });

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal("response_format", (await ErrorAsync(refused)).GetProperty("param").GetString());
    }

    [Fact]
    public async Task Functions_are_taken_where_they_are_served_and_answered_with_text()
    {
        object[] tools = [new { type = "function", function = new { name = "f", parameters = new { type = "object" } } }];

        var reasoning = await CompleteAsync(new { model = Reasoning, messages = User("Hello"), reasoning_effort = "none", tools });
        var plain = await CompleteAsync(new { model = Plain, messages = User("Hello"), tools });
        using var strict = await PostToAsync("chat/completions", new
        {
            model = Plain,
            messages = User("Hello"),
            tools = (object[])[new { type = "function", function = new { name = "f", strict = true, parameters = new { type = "object" } } }],
        });

        Assert.Equal(("stop", "stop"), (reasoning.GetProperty("finish_reason").GetString(), plain.GetProperty("finish_reason").GetString()));
        Assert.Equal("tools[0].function.parameters", (await ErrorAsync(strict)).GetProperty("param").GetString());
    }

    private async Task<JsonElement> CompleteAsync(object body)
    {
        using var response = await PostToAsync("chat/completions", body);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("choices")[0];
    }

    private static object Chat(string model) => new { model, messages = User("How are you today?") };

    private static object[] User(string content) => [new { role = "user", content }];
}
