using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace TypedLlm.Simulator.Tests;

public sealed class BackgroundTests : SimulatorTest
{
    public BackgroundTests()
    {
        Options.BackgroundQueueTime = TimeSpan.FromSeconds(5);
        Options.BackgroundRunTime = TimeSpan.FromSeconds(20);
    }

    [Fact]
    public async Task A_run_is_queued_then_in_progress_then_completed()
    {
        Simulator.Scripts.ForAnyModel.Always(Answers.Text("Done."));
        using var response = await PostAsync(Run());
        var created = await response.Content.ReadFromJsonAsync<JsonElement>();

        AssertOpen(created, "queued");
        Assert.True(created.GetProperty("background").GetBoolean());
        Assert.DoesNotContain(response.Headers, header => header.Key.StartsWith("x-ratelimit", StringComparison.OrdinalIgnoreCase));

        Clock.Advance(TimeSpan.FromSeconds(4.9));
        AssertOpen(await PollAsync(created), "queued");
        Clock.Advance(TimeSpan.FromSeconds(0.1));
        AssertOpen(await PollAsync(created), "in_progress");
        Clock.Advance(TimeSpan.FromSeconds(20));
        var ended = await PollAsync(created);

        Assert.Equal("completed", Status(ended));
        Assert.Equal("Done.", TextOf(ended));
        Assert.Equal(Clock.Start.AddSeconds(25).ToUnixTimeSeconds(), ended.GetProperty("completed_at").GetInt64());
        Assert.Equal(Clock.Start.ToUnixTimeSeconds(), ended.GetProperty("created_at").GetInt64());
        Assert.True(ended.GetProperty("usage").GetProperty("output_tokens").GetInt32() > 0);
        Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(ended.GetRawText(), (await PollAsync(created)).GetRawText());
    }

    [Fact]
    public async Task A_queued_run_is_cancelled_again_and_again()
    {
        var run = await AskAsync(Run());

        var cancelled = await CancelledAsync(run);
        Clock.Advance(TimeSpan.FromMinutes(1));
        var again = await CancelledAsync(run);

        AssertOpen(cancelled, "cancelled");
        Assert.Equal(cancelled.GetRawText(), again.GetRawText());
        Assert.Equal(cancelled.GetRawText(), (await PollAsync(run)).GetRawText());
        var state = Assert.Single(Simulator.State.Responses);
        Assert.Equal(("cancelled", false), (state.Status, state.IsRunning));
    }

    [Fact]
    public async Task A_run_in_progress_can_be_cancelled()
    {
        var run = await AskAsync(Run());
        Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.True(Assert.Single(Simulator.State.Responses).IsRunning);

        AssertOpen(await CancelledAsync(run), "cancelled");
    }

    [Theory]
    [InlineData(null, "completed")]
    [InlineData(EndingKind.Failed, "failed")]
    [InlineData(EndingKind.Incomplete, "incomplete")]
    public async Task A_run_that_has_ended_cannot_be_cancelled(EndingKind? ending, string status)
    {
        Simulator.Scripts.ForAnyModel.Always(new ScriptedReply { Answer = new() { Ending = ending is { } kind ? new(kind) : null } });
        var run = await AskAsync(Run());
        Clock.Advance(TimeSpan.FromSeconds(25));

        using var refused = await PostToAsync($"responses/{Id(run)}/cancel");

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal($"Cannot cancel a {status} response.", (await ErrorAsync(refused)).GetProperty("message").GetString());
        Assert.Equal(status, Status(await PollAsync(run)));
    }

    [Fact]
    public async Task A_cancellation_can_come_too_late()
    {
        Simulator.Scripts.ForAnyModel.Always(Faults.EndsWhenCancelled());
        var run = await AskAsync(Run());
        Clock.Advance(TimeSpan.FromHours(1));
        AssertOpen(await PollAsync(run), "in_progress");

        using var refused = await PostToAsync($"responses/{Id(run)}/cancel");

        Assert.Equal("Cannot cancel a completed response.", (await ErrorAsync(refused)).GetProperty("message").GetString());
        Assert.Equal("completed", Status(await PollAsync(run)));
    }

    [Fact]
    public async Task A_run_can_be_stuck_in_the_queue()
    {
        Simulator.Scripts.ForAnyModel.Always(Faults.StuckInQueue());
        var run = await AskAsync(Run());

        Clock.Advance(TimeSpan.FromDays(20));

        AssertOpen(await PollAsync(run), "queued");
        AssertOpen(await CancelledAsync(run), "cancelled");
    }

    [Fact]
    public async Task A_run_can_be_queued_longer_and_in_progress_without_end()
    {
        Simulator.Scripts.ForAnyModel.On(1, Faults.QueuedFor(TimeSpan.FromMinutes(30))).On(2, Faults.NeverEnds());
        var (slow, endless) = (await AskAsync(Run()), await AskAsync(Run()));

        Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal(("queued", "in_progress"), (Status(await PollAsync(slow)), Status(await PollAsync(endless))));
        Clock.Advance(TimeSpan.FromDays(7));
        Assert.Equal(("completed", "in_progress"), (Status(await PollAsync(slow)), Status(await PollAsync(endless))));
    }

    [Fact]
    public async Task A_run_can_fail_for_want_of_quota()
    {
        Simulator.Scripts.ForAnyModel.Always(Faults.Failed("insufficient_quota", "You exceeded your current quota."));
        var run = await AskAsync(Run());
        Clock.Advance(TimeSpan.FromSeconds(25));

        var failed = await PollAsync(run);

        Assert.Equal("failed", Status(failed));
        Assert.Equal("""{"code":"insufficient_quota","message":"You exceeded your current quota."}""", failed.GetProperty("error").GetRawText());
        Assert.Equal(JsonValueKind.Null, failed.GetProperty("completed_at").ValueKind);
    }

    [Fact]
    public async Task A_run_can_be_missing_just_after_its_creation()
    {
        Simulator.Scripts.ForAnyModel.Always(Faults.MissingAfterCreation(TimeSpan.FromSeconds(2)));
        var run = await AskAsync(Run());

        using var missing = await Http.GetAsync(new Uri($"responses/{Id(run)}", UriKind.Relative));
        Clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        Assert.Equal("queued", Status(await PollAsync(run)));
    }

    [Fact]
    public async Task A_running_response_cannot_be_deleted()
    {
        var run = await AskAsync(Run());
        using var refused = await Http.DeleteAsync(new Uri($"responses/{Id(run)}", UriKind.Relative));
        await CancelledAsync(run);
        using var deleted = await Http.DeleteAsync(new Uri($"responses/{Id(run)}", UriKind.Relative));

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal("Cannot delete an in-flight response.", (await ErrorAsync(refused)).GetProperty("message").GetString());
        Assert.Equal(HttpStatusCode.OK, deleted.StatusCode);
        Assert.True(Assert.Single(Simulator.State.Responses).IsDeleted);
    }

    [Fact]
    public async Task A_run_that_shall_not_be_stored_can_be_polled_for_ten_minutes_after_its_end()
    {
        var run = await AskAsync(new { model = Plain, input = "Hello", background = true, store = false });

        Clock.Advance(TimeSpan.FromSeconds(25) + TimeSpan.FromMinutes(9));
        Assert.Equal("completed", Status(await PollAsync(run)));
        Clock.Advance(TimeSpan.FromMinutes(1));

        using var gone = await Http.GetAsync(new Uri($"responses/{Id(run)}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task An_account_may_be_refused_background()
    {
        Options.Account = new SimulatedAccount { WithoutBackground = [Plain] };

        using var refused = await PostAsync(Run());
        using var allowed = await PostAsync(Request(Plain));

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var error = await ErrorAsync(refused);
        Assert.Equal(("unsupported_parameter", "background"), (error.GetProperty("code").GetString(), error.GetProperty("param").GetString()));
        Assert.Equal(HttpStatusCode.OK, allowed.StatusCode);
    }

    [Fact]
    public async Task The_state_is_served_over_http()
    {
        var run = await AskAsync(Run());
        await UploadedAsync("a.txt", "x"u8.ToArray(), "user_data");

        var state = await Http.GetFromJsonAsync<JsonElement>(new Uri(Simulator.BaseUrl, "/simulator/state"));

        Assert.Equal(
            $$"""[{"id":"{{Id(run)}}","model":"gpt-4.1-mini-2025-04-14","status":"queued","is_background":true,"is_running":true,"is_deleted":false}]""",
            state.GetProperty("responses").GetRawText());
        Assert.Equal("a.txt", state.GetProperty("files")[0].GetProperty("filename").GetString());
        Assert.Equal(2, Simulator.Log.Requests.Count);
    }

    private static object Run() => new { model = Plain, input = "How are you today?", background = true };

    private static void AssertOpen(JsonElement response, string status)
    {
        Assert.Equal(status, Status(response));
        Assert.Equal(0, response.GetProperty("output").GetArrayLength());
        Assert.Equal(JsonValueKind.Null, response.GetProperty("usage").ValueKind);
        Assert.Equal(JsonValueKind.Null, response.GetProperty("completed_at").ValueKind);
        Assert.Equal(JsonValueKind.Null, response.GetProperty("error").ValueKind);
    }

    private Task<JsonElement> PollAsync(JsonElement run) => ReadAsync($"responses/{Id(run)}");

    private async Task<JsonElement> CancelledAsync(JsonElement run)
    {
        using var response = await PostToAsync($"responses/{Id(run)}/cancel");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static string Id(JsonElement response) => response.GetProperty("id").GetString()!;

    private static string? Status(JsonElement response) => response.GetProperty("status").GetString();
}
