using System.Net;
using System.Text.Json;

namespace TypedLlm.Simulator.Tests.Accounts;

public sealed class AccountTests : SimulatorTest
{
    [Theory]
    [InlineData("gpt-5.4", "gpt-5.4", false)]
    [InlineData("gpt-5.4", "gpt-5.4-2026-03-05", false)]
    [InlineData("gpt-5.4-2026-03-05", "gpt-5.4", true)]
    [InlineData("gpt-5.4-2026-03-05", "gpt-5.4-2026-03-05", false)]
    [InlineData("*", "gpt-5.4", false)]
    [InlineData("gpt-5.4-mini", "gpt-5.4", true)]
    public async Task A_missing_model_is_neither_listed_nor_answers(string missing, string asked, bool isThere)
    {
        Options.Account = new() { MissingModels = [missing] };

        using var response = await PostAsync(Request(asked));
        using var got = await Http.GetAsync(new Uri($"models/{asked}", UriKind.Relative));
        var listed = (await ReadAsync("models")).GetProperty("data").EnumerateArray().Select(model => model.GetProperty("id").GetString());

        Assert.Equal(isThere, listed.Contains(asked));
        Assert.Equal(isThere ? HttpStatusCode.OK : HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal(response.StatusCode, got.StatusCode);
        if (!isThere)
        {
            await AssertErrorAsync(response, $"The model `{asked}` does not exist or you do not have access to it.", "model_not_found", "model");
            await AssertErrorAsync(got, $"The model '{asked}' does not exist", "model_not_found", "model");
        }
    }

    [Fact]
    public async Task A_model_that_may_not_be_streamed_answers_whole()
    {
        Options.Account = new() { WithoutStreaming = [Plain] };

        using var streamed = await PostAsync(Request(Plain, stream: true));
        using var whole = await PostAsync(Request(Plain));
        using var other = await PostAsync(Request(Reasoning, stream: true));

        Assert.Equal(HttpStatusCode.BadRequest, streamed.StatusCode);
        await AssertErrorAsync(streamed, "Your organization must be verified to stream this model.", "unsupported_value", "stream");
        Assert.Equal(HttpStatusCode.OK, whole.StatusCode);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task Structured_answers_may_be_refused()
    {
        Options.Account = new() { WithoutStructured = [SimulatedAccount.EveryModel] };
        var schema = new { type = "object", properties = new { }, additionalProperties = false };

        using var response = await PostAsync(new { model = Plain, input = "x", text = new { format = new { type = "json_schema", name = "n", schema } } });

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        await AssertErrorAsync(response, "Invalid parameter: 'text.format' of type 'json_schema' is not supported with this model.", null, "text.format");
    }

    [Fact]
    public async Task Background_may_be_refused()
    {
        Options.Account = new() { WithoutBackground = [Reasoning] };

        using var refused = await PostAsync(new { model = Reasoning, input = "x", background = true });
        using var taken = await PostAsync(new { model = Plain, input = "x", background = true });

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        await AssertErrorAsync(refused, "Unsupported parameter: 'background' is not supported with this model.", "unsupported_parameter", "background");
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        Assert.Single(Simulator.State.Responses, response => response.IsBackground);
    }

    [Theory]
    [InlineData(Plain, "failed")]
    [InlineData(SimulatedAccount.EveryModel, "failed")]
    [InlineData(Reasoning, "completed")]
    public async Task A_batch_may_be_refused_for_a_model(string model, string status)
    {
        Options.Account = new() { WithoutBatch = [model] };
        var line = $$"""{"custom_id":"1","method":"POST","url":"/v1/responses","body":{"model":"{{Plain}}","input":"x"} }""";
        var file = (await UploadedAsync("lines.jsonl", System.Text.Encoding.UTF8.GetBytes(line), "batch")).GetProperty("id").GetString();
        using var created = await PostToAsync("batches", new { input_file_id = file, endpoint = "/v1/responses", completion_window = "24h" });
        using var body = JsonDocument.Parse(await created.Content.ReadAsStringAsync());

        var batch = await ReadAsync($"batches/{body.RootElement.GetProperty("id").GetString()}");

        Assert.Equal(HttpStatusCode.OK, created.StatusCode);
        Assert.Equal(status, batch.GetProperty("status").GetString());
        if (status == "failed")
        {
            var error = batch.GetProperty("errors").GetProperty("data")[0];
            Assert.Equal($"The provided model '{Plain}' is not supported by the Batch API.", error.GetProperty("message").GetString());
            Assert.Equal("model_not_found", error.GetProperty("code").GetString());
            Assert.Equal("body.model", error.GetProperty("param").GetString());
            Assert.Equal(1, error.GetProperty("line").GetInt32());
        }
    }

    [Fact]
    public async Task A_compatible_server_may_lack_calls()
    {
        Options.Account = new() { MissingCalls = ["GET /v1/models", "* /v1/files/{**rest}"] };

        using var models = await Http.GetAsync(new Uri("models", UriKind.Relative));
        using var files = await Http.GetAsync(new Uri("files", UriKind.Relative));
        using var file = await Http.GetAsync(new Uri("files/file-1", UriKind.Relative));
        using var response = await PostAsync(Request(Plain));

        await AssertErrorAsync(models, "Invalid URL (GET /v1/models)", null, null);
        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound], [models.StatusCode, files.StatusCode, file.StatusCode]);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("GET", "files", "api.files.read")]
    [InlineData("POST", "batches", "api.batches.write")]
    public async Task A_restricted_key_lacks_scopes(string method, string path, string scope)
    {
        Options.Account = new() { ForbiddenCalls = [$"* /v1/{path}"] };

        using var response = await Http.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        await AssertErrorAsync(
            response,
            $"You have insufficient permissions for this operation. Missing scopes: {scope}. Check that you have the correct role in your organization "
            + "(Reader, Writer, Owner) and project (Member, Owner), and if you're using a restricted API key, that it has the necessary scopes.",
            null,
            null);
    }

    [Fact]
    public async Task The_list_of_models_may_be_odd()
    {
        Options.Account = new() { ModelList = ModelListShape.Empty };
        Assert.Equal(0, (await ReadAsync("models")).GetProperty("data").GetArrayLength());

        Options.Account = new() { ModelList = ModelListShape.IdsOnly };
        Assert.Equal("""{"id":"gpt-5.4"}""", (await ReadAsync("models")).GetProperty("data").EnumerateArray().Single(model => model.GetProperty("id").GetString() == "gpt-5.4").GetRawText());

        Options.Account = new() { ModelList = ModelListShape.Html };
        using var page = await Http.GetAsync(new Uri("models", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal("text/html", page.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("<!DOCTYPE html>", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_limits_of_the_account_are_told()
    {
        Options.Account = new() { RateLimits = new() { RequestsPerMinute = 3, TokensPerMinute = 40_000, ProjectTokensPerMinute = 5_000 } };

        using var response = await PostAsync(Request(Plain));

        string Header(string name) => Assert.Single(response.Headers.GetValues($"x-ratelimit-{name}"));
        Assert.Equal("3", Header("limit-requests"));
        Assert.Equal("2", Header("remaining-requests"));
        Assert.Equal("40000", Header("limit-tokens"));
        Assert.Equal("5000", Header("limit-project-tokens"));
        using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        var used = body.RootElement.GetProperty("usage").GetProperty("input_tokens").GetInt32();
        Assert.Equal($"{5_000 - used}", Header("remaining-project-tokens"));
        Assert.Equal("0s", Header("reset-project-tokens"));
    }

    [Fact]
    public async Task Limits_may_be_left_out()
    {
        Options.Account = new() { RateLimits = null };

        using var response = await PostAsync(Request(Plain, stream: true));

        Assert.DoesNotContain(response.Headers, header => header.Key.StartsWith("x-ratelimit", StringComparison.Ordinal));
    }

    private static async Task AssertErrorAsync(HttpResponseMessage response, string message, string? code, string? param)
    {
        var error = await ErrorAsync(response);
        Assert.Equal(message, error.GetProperty("message").GetString());
        Assert.Equal(code, error.GetProperty("code").GetString());
        Assert.Equal(param, error.GetProperty("param").GetString());
    }
}
