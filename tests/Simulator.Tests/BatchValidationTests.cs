using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace TypedLlm.Simulator.Tests;

public sealed class BatchValidationTests : BatchTest
{
    [Theory]
    [InlineData("""{"endpoint":"/v1/responses","completion_window":"24h"}""", "missing_required_parameter", "input_file_id", "Missing required parameter: 'input_file_id'.")]
    [InlineData("""{"input_file_id":"file-x","completion_window":"24h"}""", "missing_required_parameter", "endpoint", "Missing required parameter: 'endpoint'.")]
    [InlineData("""{"input_file_id":"file-x","endpoint":"/v1/x","completion_window":"24h"}""", "invalid_value", "endpoint",
        "Invalid value: '/v1/x'. Supported values are: '/v1/responses', '/v1/chat/completions', '/v1/embeddings', '/v1/completions', '/v1/moderations', '/v1/images/generations', '/v1/images/edits', and '/v1/videos'.")]
    [InlineData("""{"input_file_id":"file-x","endpoint":"/v1/responses","completion_window":"1h"}""", "invalid_value", "completion_window", "Invalid value: '1h'. Supported values are: '24h'.")]
    [InlineData("""{"input_file_id":"file-x","endpoint":"/v1/responses","completion_window":"24h","metadata":{"tags":[]}}""", "invalid_type", "metadata.tags",
        "Invalid type for 'metadata.tags': expected a string, but got an array instead.")]
    [InlineData("""{"input_file_id":"file-x","endpoint":"/v1/responses","completion_window":"24h","window":1}""", "unknown_parameter", "window", "Unknown parameter: 'window'.")]
    [InlineData("""{"input_file_id":"file-x","endpoint":"/v1/responses","completion_window":"24h","output_expires_after":{"anchor":"created_at","seconds":1}}""", "integer_below_min_value",
        "output_expires_after.seconds", "Invalid 'output_expires_after.seconds': integer below minimum value. Expected a value >= 3600, but got 1 instead.")]
    [InlineData("""{"input_file_id":"file-x","endpoint":"/v1/responses","completion_window":"24h","output_expires_after":{"seconds":3600}}""", "missing_required_parameter",
        "output_expires_after.anchor", "Missing required parameter: 'output_expires_after.anchor'.")]
    [InlineData("""{"input_file_id":"file-x","endpoint":"/v1/embeddings","completion_window":"24h"}""", "not_simulated", "endpoint", "The simulator does not serve batches of /v1/embeddings ('endpoint').")]
    public async Task A_wrong_request_is_refused_at_once(string body, string code, string param, string message)
    {
        using var response = await Http.PostAsync(new Uri("batches", UriKind.Relative), new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var error = await ErrorAsync(response);
        Assert.Equal((code, param, message), (
            error.GetProperty("code").GetString(), error.GetProperty("param").GetString(), error.GetProperty("message").GetString()));
        Assert.Empty(Simulator.State.Batches);
    }

    [Theory]
    [InlineData("GET", "batches/batch_x")]
    [InlineData("POST", "batches/batch_x/cancel")]
    public async Task An_unknown_batch_is_a_404(string method, string path)
    {
        using var response = await Http.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.StartsWith("No batch found", (await ErrorAsync(response)).GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_fails_the_validation()
    {
        using var response = await CreateAsync("file-x");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);

        await AssertFailedAsync(await response.Content.ReadFromJsonAsync<JsonElement>(), "invalid_request", "file_id", null,
            "Cannot find file file-x, or organization org-simulated does not have access to it.");
    }

    [Fact]
    public async Task A_file_for_another_purpose_fails_the_validation()
    {
        var file = await UploadedAsync("in.jsonl", Encoding.UTF8.GetBytes(Line("a")), "user_data");
        using var response = await CreateAsync(Id(file));

        await AssertFailedAsync(await response.Content.ReadFromJsonAsync<JsonElement>(), "invalid_request", "file_id", null,
            $"The file {Id(file)} was not uploaded with purpose 'batch'.");
    }

    [Theory]
    [InlineData("{\"custom_id\":", "invalid_json_line", null, "This line is not parseable as valid JSON.")]
    [InlineData("[]", "invalid_json_line", null, "This line is not parseable as valid JSON.")]
    [InlineData("""{"method":"POST","url":"/v1/responses","body":{}}""", "missing_required_parameter", "custom_id", "Missing required parameter: 'custom_id'.")]
    [InlineData("""{"custom_id":"z","url":"/v1/responses","body":{}}""", "missing_required_parameter", "method", "Missing required parameter: 'method'.")]
    [InlineData("""{"custom_id":"z","method":"POST","body":{}}""", "missing_required_parameter", "url", "Missing required parameter: 'url'.")]
    [InlineData("""{"custom_id":"z","method":"POST","url":"/v1/responses"}""", "missing_required_parameter", "body", "Missing required parameter: 'body'.")]
    [InlineData("""{"custom_id":"z","method":"POST","url":"/v1/responses/","body":{"model":"gpt-4.1-mini","input":"x"}}""", "invalid_url", "url",
        "The URL provided for this request does not match the batch endpoint.")]
    [InlineData("""{"custom_id":"z","method":"POST","url":"/v1/responses","body":{"input":"x"}}""", "invalid_request", "body.model", "Model parameter is required.")]
    [InlineData("""{"custom_id":"z","method":"POST","url":"/v1/responses","body":{"model":"gpt-0","input":"x"}}""", "model_not_found", "body.model",
        "The provided model 'gpt-0' is not supported by the Batch API.")]
    [InlineData("""{"custom_id":"z","method":"POST","url":"/v1/responses","body":{"model":"gpt-4.1-mini","input":"x","stream":true}}""", "streaming_unsupported", "body.stream",
        "Responses: Streaming is not supported in the Batch API.")]
    [InlineData("""{"custom_id":"a","method":"POST","url":"/v1/responses","body":{"model":"gpt-4.1-mini","input":"x"}}""", "duplicate_custom_id", "custom_id",
        "The custom_id 'a' is used by an earlier line.")]
    [InlineData("""{"custom_id":"z","method":"POST","url":"/v1/responses","body":{"model":"gpt-5.4","input":"x"}}""", "mismatched_model", "body.model",
        "Each batch must contain requests for a single model.")]
    public async Task One_bad_line_fails_the_whole_batch(string line, string code, string? param, string message)
    {
        var batch = await CreatedAsync(Responses, Line("a"), "", line, Line("b"));

        await AssertFailedAsync(batch, code, param, 3, message);
    }

    [Theory]
    [InlineData("""{"custom_id":"z","method":"POST","url":"/v1/chat/completions","body":{"model":"gpt-4.1-mini"}}""", "invalid_request", "body.messages", "Messages parameter is required.")]
    [InlineData("""{"custom_id":"z","method":"POST","url":"/v1/chat/completions","body":{"model":"gpt-4.1-mini","messages":[],"stream":true}}""", "streaming_unsupported", "body.stream",
        "Chat Completions: Streaming is not supported in the Batch API.")]
    public async Task Lines_of_chat_have_errors_of_their_own(string line, string code, string param, string message) =>
        await AssertFailedAsync(await CreatedAsync(Chat, line), code, param, 1, message);

    [Fact]
    public async Task A_byte_order_mark_makes_the_first_line_no_json()
    {
        var file = await UploadedAsync("in.jsonl", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Line("a"))], "batch");
        using var response = await CreateAsync(Id(file));

        await AssertFailedAsync(await response.Content.ReadFromJsonAsync<JsonElement>(), "invalid_json_line", null, 1, "This line is not parseable as valid JSON.");
    }

    [Fact]
    public async Task A_model_that_the_account_may_not_batch_fails_the_validation()
    {
        Options.Account = new SimulatedAccount { WithoutBatch = [Plain] };

        await AssertFailedAsync(await CreatedAsync(Responses, Line("a")), "model_not_found", "body.model", 1,
            "The provided model 'gpt-4.1-mini' is not supported by the Batch API.");
    }

    [Fact]
    public async Task Tokens_that_wait_fill_the_queue_until_batches_end()
    {
        Options.BatchRunTime = TimeSpan.FromHours(1);
        Options.BatchQueueTokens = 40;
        var first = await CreatedAsync(Responses, Line("a"));
        var other = await CreatedAsync(Responses, Line("a", Reasoning));
        var second = await CreatedAsync(Responses, Line("b"));

        await AssertFailedAsync(second, "token_limit_exceeded", null, null,
            "Enqueued token limit reached for gpt-4.1-mini in organization org-simulated. Limit: 40 enqueued tokens. Please try again once some in_progress batches have been completed.");
        Assert.Equal(("in_progress", "in_progress"), (Status(await PollAsync(first)), Status(await PollAsync(other))));
        Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal("in_progress", Status(await PollAsync(await CreatedAsync(Responses, Line("b")))));
    }

    [Fact]
    public async Task A_full_queue_can_be_scripted()
    {
        Simulator.Scripts.ForCall(Call).On(1, Faults.BatchQueueFull(Plain)).On(2, Faults.BatchFails("server_error", "It broke."));

        await AssertFailedAsync(await CreatedAsync(Responses, Line("a")), "token_limit_exceeded", null, null,
            "Enqueued token limit reached for gpt-4.1-mini in organization org-simulated. Limit: 900,000 enqueued tokens. Please try again once some in_progress batches have been completed.");
        await AssertFailedAsync(await CreatedAsync(Responses, Line("a")), "server_error", null, null, "It broke.");
        Assert.Equal("completed", Status(await PollAsync(await CreatedAsync(Responses, Line("a")))));
    }

    private async Task AssertFailedAsync(JsonElement created, string code, string? param, int? line, string message)
    {
        Assert.Equal("validating", Status(created));
        var failed = await PollAsync(created);
        Assert.Equal("failed", Status(failed));
        Assert.Equal(Clock.GetUtcNow().ToUnixTimeSeconds(), failed.GetProperty("failed_at").GetInt64());
        Assert.True(IsNull(failed, "output_file_id") && IsNull(failed, "error_file_id"));
        AssertCounts(failed, 0, 0, 0);
        Assert.Equal("list", failed.GetProperty("errors").GetProperty("object").GetString());
        var error = Assert.Single(failed.GetProperty("errors").GetProperty("data").EnumerateArray());
        Assert.Equal((code, message, param), (
            error.GetProperty("code").GetString(), error.GetProperty("message").GetString(), error.GetProperty("param").GetString()));
        Assert.Equal(line, error.GetProperty("line").ValueKind is JsonValueKind.Null ? null : error.GetProperty("line").GetInt32());
    }
}
