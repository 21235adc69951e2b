using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace TypedLlm.Simulator.Tests;

public sealed class BatchTests : BatchTest
{
    public BatchTests()
    {
        Options.BatchValidationTime = TimeSpan.FromSeconds(10);
        Options.BatchRunTime = TimeSpan.FromSeconds(100);
        Options.BatchFinalizingTime = TimeSpan.FromSeconds(5);
    }

    [Fact]
    public async Task A_batch_is_validated_run_finalized_and_completed()
    {
        using var created = await PostToAsync("batches", new
        {
            input_file_id = await UploadLinesAsync(Line("a"), Line("b"), Line("c"), Line("d")),
            endpoint = Responses,
            completion_window = "24h",
            metadata = new { job = "7" },
        });
        var batch = await created.Content.ReadFromJsonAsync<JsonElement>();
        var start = Clock.Start.ToUnixTimeSeconds();
        Assert.StartsWith("batch_", Id(batch), StringComparison.Ordinal);
        Assert.Equal(("batch", Responses, "24h", "validating"), (
            batch.GetProperty("object").GetString(), batch.GetProperty("endpoint").GetString(),
            batch.GetProperty("completion_window").GetString(), Status(batch)));
        Assert.Equal((start, start + 86_400), (batch.GetProperty("created_at").GetInt64(), batch.GetProperty("expires_at").GetInt64()));
        Assert.Equal("""{"job":"7"}""", batch.GetProperty("metadata").GetRawText());
        string[] open = ["model", "errors", "output_file_id", "error_file_id", "in_progress_at", "finalizing_at", "completed_at", "failed_at", "expired_at", "cancelling_at", "cancelled_at"];
        Assert.All(open, property => Assert.True(IsNull(batch, property), property));
        AssertCounts(batch, 0, 0, 0);

        Clock.Advance(TimeSpan.FromSeconds(60));
        var running = await PollAsync(batch);
        Assert.Equal(("in_progress", "gpt-4.1-mini-2025-04-14", start + 10), (
            Status(running), running.GetProperty("model").GetString(), running.GetProperty("in_progress_at").GetInt64()));
        AssertCounts(running, 4, 2, 0);
        Assert.True(Assert.Single(Simulator.State.Batches).IsRunning);

        Clock.Advance(TimeSpan.FromSeconds(50));
        var finalizing = await PollAsync(batch);
        Assert.Equal("finalizing", Status(finalizing));
        Assert.True(IsNull(finalizing, "output_file_id"));

        Clock.Advance(TimeSpan.FromSeconds(5));
        var completed = await PollAsync(batch);
        Assert.Equal(("completed", start + 110, start + 115), (
            Status(completed), completed.GetProperty("finalizing_at").GetInt64(), completed.GetProperty("completed_at").GetInt64()));
        AssertCounts(completed, 4, 4, 0);
        Assert.True(IsNull(completed, "error_file_id"));
        var usage = completed.GetProperty("usage");
        Assert.True(usage.GetProperty("output_tokens").GetInt32() > 0);
        var state = Assert.Single(Simulator.State.Batches);
        Assert.Equal(("completed", false, completed.GetProperty("output_file_id").GetString()), (state.Status, state.IsRunning, state.OutputFileId));
    }

    [Fact]
    public async Task Results_come_in_another_order_with_the_answer_of_the_call()
    {
        string[] ids = [.. Enumerable.Range(0, 20).Select(number => $"row-{number}")];
        var batch = await CreatedAsync(Responses, [.. ids.Select(id => Line(id))]);
        Clock.Advance(TimeSpan.FromHours(1));

        var completed = await PollAsync(batch);
        var lines = await LinesAsync(completed, "output_file_id");
        var file = await ReadAsync($"files/{completed.GetProperty("output_file_id").GetString()}");

        var order = lines.Select(line => line.GetProperty("custom_id").GetString()!).ToList();
        Assert.NotEqual(ids, order);
        Assert.Equal(ids.Order(StringComparer.Ordinal), order.Order(StringComparer.Ordinal));
        Assert.All(lines, line =>
        {
            Assert.StartsWith("batch_req_", line.GetProperty("id").GetString(), StringComparison.Ordinal);
            Assert.True(IsNull(line, "error"));
            Assert.Equal(200, line.GetProperty("response").GetProperty("status_code").GetInt32());
            Assert.Equal("completed", line.GetProperty("response").GetProperty("body").GetProperty("status").GetString());
            Assert.Contains("simulated", TextOf(line.GetProperty("response").GetProperty("body")), StringComparison.Ordinal);
        });
        Assert.Equal("batch_output", file.GetProperty("purpose").GetString());
        Assert.Equal(Clock.Start.AddSeconds(115).AddDays(30).ToUnixTimeSeconds(), file.GetProperty("expires_at").GetInt64());
    }

    [Fact]
    public async Task Errors_of_lines_are_in_three_places()
    {
        Simulator.Scripts.ForCall(Call).Always(new ScriptedReply
        {
            Batch = new()
            {
                Lines = new Dictionary<string, ScriptedReply>
                {
                    ["limited"] = Faults.RateLimited(),
                    ["failed"] = Faults.Failed("server_error", "It broke."),
                    ["page"] = Faults.BadGateway(),
                    ["zero"] = new() { Http = new HttpReply(0) },
                },
            },
        });
        var batch = await CreatedAsync(Responses, Line("good"), Line("limited"), Line("failed"), Line("page"), Line("zero"), Line("hot").Replace("\"input\"", "\"temperature\":3,\"input\"", StringComparison.Ordinal));
        Clock.Advance(TimeSpan.FromHours(1));

        var completed = await PollAsync(batch);
        AssertCounts(completed, 6, 2, 4);
        var output = await ById(completed, "output_file_id");
        var errors = await ById(completed, "error_file_id");

        Assert.Equal(["failed", "good"], output.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("failed", output["failed"].GetProperty("body").GetProperty("status").GetString());
        Assert.Equal(["hot", "limited", "page", "zero"], errors.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(429, errors["limited"].GetProperty("status_code").GetInt32());
        Assert.Equal("rate_limit_exceeded", errors["limited"].GetProperty("body").GetProperty("error").GetProperty("code").GetString());
        Assert.Equal("temperature", errors["hot"].GetProperty("body").GetProperty("error").GetProperty("param").GetString());
        Assert.Equal(JsonValueKind.String, errors["page"].GetProperty("body").ValueKind);
        Assert.Equal(0, errors["zero"].GetProperty("status_code").GetInt32());
    }

    [Fact]
    public async Task A_batch_can_be_completed_with_an_error_file_alone()
    {
        Simulator.Scripts.ForCall(Call).Always(Faults.BatchLines(Faults.InsufficientQuota()));
        var batch = await CreatedAsync(Responses, Line("a"), Line("b"));
        Clock.Advance(TimeSpan.FromHours(1));

        var completed = await PollAsync(batch);

        Assert.Equal("completed", Status(completed));
        Assert.True(IsNull(completed, "output_file_id"));
        AssertCounts(completed, 2, 0, 2);
        Assert.Equal(2, (await LinesAsync(completed, "error_file_id")).Count);
    }

    [Fact]
    public async Task Lines_can_come_twice_and_without_a_name()
    {
        Simulator.Scripts.ForCall(Call).Always(new ScriptedReply { Batch = new() { RepeatedLines = ["a"], NamelessLines = ["b"] } });
        var batch = await CreatedAsync(Responses, Line("a"), Line("b"));
        Clock.Advance(TimeSpan.FromHours(1));

        var lines = await LinesAsync(await PollAsync(batch), "output_file_id");

        Assert.Equal(2, lines.Count(line => line.GetProperty("custom_id").GetString() == "a"));
        Assert.Single(lines, line => IsNull(line, "custom_id"));
    }

    [Theory]
    [InlineData("gpt-5.4-mini", "gpt-5.4-mini-2026-03-17")]
    [InlineData("gpt-5.4-nano", "gpt-5.4-nano-2026-03-17")]
    [InlineData("gpt-5-mini", "gpt-5-mini-2025-08-07")]
    [InlineData("gpt-5-mini-2025-08-07", "gpt-5-mini-2025-08-07")]
    public async Task Some_models_are_taken_and_then_not_found_by_the_lines_of_chat_batches(string model, string snapshot)
    {
        var chat = await CreatedAsync(Chat, Line("a", model, Chat));
        var responses = await CreatedAsync(Responses, Line("a", model));
        Clock.Advance(TimeSpan.FromHours(1));

        var refused = await PollAsync(chat);
        var answered = await PollAsync(responses);

        Assert.Equal("completed", Status(refused));
        Assert.True(IsNull(refused, "output_file_id"));
        AssertCounts(refused, 1, 0, 1);
        var response = Assert.Single(await LinesAsync(refused, "error_file_id")).GetProperty("response");
        Assert.Equal(404, response.GetProperty("status_code").GetInt32());
        var error = response.GetProperty("body").GetProperty("error");
        Assert.Equal("model_not_found", error.GetProperty("code").GetString());
        Assert.Equal($"The model `{snapshot}-batch` does not exist or you do not have access to it.", error.GetProperty("message").GetString());
        AssertCounts(answered, 1, 1, 0);
    }

    [Fact]
    public async Task Other_models_answer_the_lines_of_chat_batches()
    {
        var batch = await CreatedAsync(Chat, Line("a", Plain, Chat));
        Clock.Advance(TimeSpan.FromHours(1));

        var line = Assert.Single(await LinesAsync(await PollAsync(batch), "output_file_id"));

        Assert.Equal("chat.completion", line.GetProperty("response").GetProperty("body").GetProperty("object").GetString());
    }

    [Fact]
    public async Task Batches_are_listed_newest_first_by_page()
    {
        var ids = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            ids.Add(Id(await CreatedAsync(Responses, Line("a"))));
        }

        var first = await ReadAsync("batches?limit=2");
        var second = await ReadAsync($"batches?limit=2&after={ids[1]}");

        Assert.Equal([ids[2], ids[1]], first.GetProperty("data").EnumerateArray().Select(Id));
        Assert.Equal((ids[2], ids[1], true), (first.GetProperty("first_id").GetString(), first.GetProperty("last_id").GetString(), first.GetProperty("has_more").GetBoolean()));
        Assert.Equal([ids[0]], second.GetProperty("data").EnumerateArray().Select(Id));
    }

    private async Task<Dictionary<string, JsonElement>> ById(JsonElement batch, string property) =>
        (await LinesAsync(batch, property)).ToDictionary(line => line.GetProperty("custom_id").GetString()!, line => line.GetProperty("response"));
}
