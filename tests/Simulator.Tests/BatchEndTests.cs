using System.Net;

namespace TypedLlm.Simulator.Tests;

public sealed class BatchEndTests : BatchTest
{
    [Fact]
    public async Task A_batch_is_cancelling_for_ten_minutes_and_keeps_what_is_done()
    {
        Options.BatchRunTime = TimeSpan.FromSeconds(100);
        var batch = await CreatedAsync(Responses, Line("a"), Line("b"), Line("c"), Line("d"));
        Clock.Advance(TimeSpan.FromSeconds(60));

        var cancelling = await CancelledAsync(batch);
        Clock.Advance(TimeSpan.FromSeconds(599));
        var still = await CancelledAsync(batch);
        Assert.False(Assert.Single(Simulator.State.Batches).IsRunning);
        Clock.Advance(TimeSpan.FromSeconds(1));
        var cancelled = await PollAsync(batch);
        var again = await CancelledAsync(batch);

        Assert.Equal(("cancelling", "cancelling", "cancelled", "cancelled"), (Status(cancelling), Status(still), Status(cancelled), Status(again)));
        Assert.Equal(Clock.Start.AddSeconds(60).ToUnixTimeSeconds(), cancelled.GetProperty("cancelling_at").GetInt64());
        Assert.Equal(Clock.Start.AddSeconds(660).ToUnixTimeSeconds(), cancelled.GetProperty("cancelled_at").GetInt64());
        AssertCounts(cancelled, 4, 2, 0);
        Assert.Equal(2, (await LinesAsync(cancelled, "output_file_id")).Count);
        Assert.True(IsNull(cancelled, "completed_at"));
    }

    [Fact]
    public async Task A_batch_that_is_cancelled_early_writes_nothing()
    {
        Options.BatchValidationTime = TimeSpan.FromSeconds(10);
        Simulator.Scripts.ForCall(Call).Always(Faults.BatchCancelsFor(TimeSpan.FromHours(1)));
        var batch = await CreatedAsync(Responses, Line("a"));

        await CancelledAsync(batch);
        Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal("cancelling", Status(await PollAsync(batch)));
        Clock.Advance(TimeSpan.FromMinutes(1));
        var cancelled = await PollAsync(batch);

        Assert.Equal("cancelled", Status(cancelled));
        Assert.True(IsNull(cancelled, "output_file_id"));
        Assert.True(IsNull(cancelled, "in_progress_at"));
        AssertCounts(cancelled, 0, 0, 0);
    }

    [Fact]
    public async Task A_batch_that_has_ended_cannot_be_cancelled()
    {
        var completed = await CreatedAsync(Responses, Line("a"));
        var failed = await CreatedAsync(Chat, Line("a"));

        using var first = await PostToAsync($"batches/{Id(completed)}/cancel");
        using var second = await PostToAsync($"batches/{Id(failed)}/cancel");

        Assert.Equal(HttpStatusCode.Conflict, first.StatusCode);
        Assert.Equal("""{"message":"Cannot cancel a batch with status 'completed'.","type":"invalid_request_error","param":null,"code":null}""", (await ErrorAsync(first)).GetRawText());
        Assert.Equal("Cannot cancel a batch with status 'failed'.", (await ErrorAsync(second)).GetProperty("message").GetString());
    }

    [Fact]
    public async Task A_batch_expires_with_the_lines_that_were_done_and_an_error_for_each_other()
    {
        Options.BatchRunTime = TimeSpan.FromHours(48);
        var batch = await CreatedAsync(Responses, Line("a"), Line("b"), Line("c"), Line("d"));

        Clock.Advance(TimeSpan.FromHours(24));
        Assert.Equal("in_progress", Status(await PollAsync(batch)));
        Clock.Advance(TimeSpan.FromSeconds(610));
        var expired = await PollAsync(batch);

        Assert.Equal("expired", Status(expired));
        Assert.Equal(Clock.Start.AddHours(24).AddSeconds(610).ToUnixTimeSeconds(), expired.GetProperty("expired_at").GetInt64());
        AssertCounts(expired, 4, 2, 0);
        Assert.Equal(2, (await LinesAsync(expired, "output_file_id")).Count);
        var errors = await LinesAsync(expired, "error_file_id");
        Assert.Equal(2, errors.Count);
        Assert.All(errors, line =>
        {
            Assert.True(IsNull(line, "response"));
            Assert.Equal(
                """{"code":"batch_expired","message":"This request could not be executed before the completion window expired."}""",
                line.GetProperty("error").GetRawText());
        });
    }

    [Fact]
    public async Task A_batch_that_expires_without_a_line_has_an_empty_output_file()
    {
        Simulator.Scripts.ForCall(Call).Always(Faults.BatchExpires());
        var batch = await CreatedAsync(Responses, Line("a"));

        Clock.Advance(TimeSpan.FromDays(2));
        var expired = await PollAsync(batch);

        Assert.Equal("expired", Status(expired));
        AssertCounts(expired, 1, 0, 0);
        Assert.Empty(await LinesAsync(expired, "output_file_id"));
        Assert.Single(await LinesAsync(expired, "error_file_id"));
    }

    [Fact]
    public async Task A_batch_can_be_validated_for_ever()
    {
        Simulator.Scripts.ForCall(Call).Always(Faults.BatchStuckInValidation());
        var batch = await CreatedAsync(Responses, Line("a"));

        Clock.Advance(TimeSpan.FromDays(2));

        Assert.Equal("validating", Status(await PollAsync(batch)));
        Assert.Equal("cancelling", Status(await CancelledAsync(batch)));
    }

    [Fact]
    public async Task Files_of_a_batch_expire_when_it_was_asked()
    {
        using var created = await PostToAsync("batches", new
        {
            input_file_id = await UploadLinesAsync(Line("a")),
            endpoint = Responses,
            completion_window = "24h",
            output_expires_after = new { anchor = "created_at", seconds = 3600 },
        });
        Assert.Equal(HttpStatusCode.OK, created.StatusCode);
        var output = Assert.Single(Simulator.State.Files, file => file.Purpose == "batch_output");

        Clock.Advance(TimeSpan.FromHours(1));
        using var gone = await Http.GetAsync(new Uri($"files/{output.Id}/content", UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }
}
