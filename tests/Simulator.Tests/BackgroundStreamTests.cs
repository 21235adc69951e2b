using System.Net;
using System.Text.Json;

namespace TypedLlm.Simulator.Tests;

public sealed class BackgroundStreamTests : SimulatorTest
{
    public BackgroundStreamTests()
    {
        Options.BackgroundQueueTime = TimeSpan.FromSeconds(5);
        Options.BackgroundRunTime = TimeSpan.FromSeconds(20);
    }

    [Fact]
    public async Task A_stream_begins_queued_and_follows_the_run()
    {
        Simulator.Scripts.ForAnyModel.Always(Answers.Deltas("One", " two"));
        using var response = await PostAsync(Run());
        using var reader = new EventReader(await response.Content.ReadAsStreamAsync());

        var first = new[] { await reader.NextAsync(), await reader.NextAsync() };
        Assert.Equal(["response.created", "response.queued"], first.Select(next => next!.Type));
        Assert.All(first, next => Assert.Equal("queued", next!.Response.GetProperty("status").GetString()));

        await Clock.AdvanceToTimerAsync(TimeSpan.FromSeconds(5));
        Assert.Equal("response.in_progress", (await reader.NextAsync())!.Type);
        Assert.Equal("in_progress", (await ReadAsync($"responses/{Id(first[0]!)}")).GetProperty("status").GetString());

        // Eight events follow over twenty seconds.
        await Clock.AdvanceToTimerAsync(TimeSpan.FromSeconds(2.5));
        Assert.Equal("response.output_item.added", (await reader.NextAsync())!.Type);
        Clock.Advance(TimeSpan.FromSeconds(17.5));
        var rest = await reader.RestAsync();

        Assert.Equal(
            ["response.content_part.added", "response.output_text.delta", "response.output_text.delta", "response.output_text.done",
                "response.content_part.done", "response.output_item.done", "response.completed"],
            rest.Select(next => next.Type));
        Assert.Equal(Enumerable.Range(4, 7), rest.Select(next => next.Number));
        Assert.Equal((await ReadAsync($"responses/{Id(first[0]!)}")).GetRawText(), rest[^1].Response.GetRawText());
    }

    [Fact]
    public async Task A_stream_is_resumed_behind_any_number_during_and_after_the_run()
    {
        Simulator.Scripts.ForAnyModel.Always(Answers.Text("A text of some words."));
        using var live = await PostAsync(Run());
        using var reader = new EventReader(await live.Content.ReadAsStreamAsync());
        var created = (await reader.NextAsync())!;

        using var queued = await ResumeAsync(Id(created), 0);
        using var resumed = new EventReader(await queued.Content.ReadAsStreamAsync());
        Assert.Equal(1, (await resumed.NextAsync())!.Number);
        Clock.Advance(TimeSpan.FromSeconds(25));
        var (all, duringRun) = (await reader.RestAsync(), await resumed.RestAsync());

        using var after = await ResumeAsync(Id(created), 4);
        var replayed = await ReceivedEvent.ReadAllAsync(await after.Content.ReadAsStreamAsync());
        using var behind = await ResumeAsync(Id(created), all[^1].Number);
        using var whole = await Http.GetAsync(new Uri($"responses/{Id(created)}?stream=true", UriKind.Relative));

        Assert.Equal(all.Skip(1).Select(next => next.Data), duringRun.Select(next => next.Data));
        Assert.Equal(Enumerable.Range(5, all[^1].Number - 4), replayed.Select(next => next.Number));
        Assert.Equal("response.completed", replayed[^1].Type);
        Assert.Equal(HttpStatusCode.OK, behind.StatusCode);
        Assert.Equal("", await behind.Content.ReadAsStringAsync());
        Assert.Equal(all.Count + 1, (await ReceivedEvent.ReadAllAsync(await whole.Content.ReadAsStreamAsync())).Count);
    }

    [Fact]
    public async Task A_broken_stream_goes_on_where_it_broke()
    {
        Simulator.Scripts.ForAnyModel.Always(Answers.Text("A text of some words.") with { Break = new BreakScript(BreakPoint.AfterEvents, BreakKind.Reset, 2) });
        using var live = await PostAsync(Run());
        using var reader = new EventReader(await live.Content.ReadAsStreamAsync());
        var created = (await reader.NextAsync())!;
        await reader.NextAsync();
        await Assert.ThrowsAnyAsync<IOException>(reader.NextAsync);
        Assert.Equal(RequestEnd.BrokenByScript, (await Simulator.Log.WaitForClosedAsync(1)).End);

        Clock.Advance(TimeSpan.FromSeconds(25));
        using var resumed = await ResumeAsync(Id(created), 1);
        var rest = await ReceivedEvent.ReadAllAsync(await resumed.Content.ReadAsStreamAsync());

        Assert.Equal("A text of some words.", ReceivedEvent.TextOf(rest));
        Assert.Equal("response.completed", rest[^1].Type);
    }

    [Fact]
    public async Task A_cancelled_stream_ends_with_a_failed_event_whose_response_is_cancelled()
    {
        using var live = await PostAsync(Run());
        using var reader = new EventReader(await live.Content.ReadAsStreamAsync());
        var created = (await reader.NextAsync())!;
        await Clock.AdvanceToTimerAsync(TimeSpan.FromSeconds(5));

        using var cancelled = await PostToAsync($"responses/{Id(created)}/cancel");
        var rest = await reader.RestAsync();

        Assert.Equal(HttpStatusCode.OK, cancelled.StatusCode);
        Assert.Equal(["response.queued", "response.in_progress", "response.failed"], rest.Select(next => next.Type));
        Assert.Equal([1, 2, 3], rest.Select(next => next.Number));
        Assert.Equal("cancelled", rest[^1].Response.GetProperty("status").GetString());
        using var again = await ResumeAsync(Id(created), 1);
        Assert.Equal(["response.in_progress", "response.failed"], (await ReceivedEvent.ReadAllAsync(await again.Content.ReadAsStreamAsync())).Select(next => next.Type));
    }

    [Fact]
    public async Task The_end_of_a_cancelled_stream_can_be_scripted_away()
    {
        Simulator.Scripts.ForAnyModel.Always(new ScriptedReply { Background = new() { CancelledEvent = null } });
        using var live = await PostAsync(Run());
        using var reader = new EventReader(await live.Content.ReadAsStreamAsync());
        var created = (await reader.NextAsync())!;

        using var cancelled = await PostToAsync($"responses/{Id(created)}/cancel");

        Assert.Equal("response.queued", Assert.Single(await reader.RestAsync()).Type);
    }

    [Fact]
    public async Task A_run_that_ends_as_it_is_cancelled_streams_to_its_end()
    {
        Simulator.Scripts.ForAnyModel.Always(Faults.EndsWhenCancelled());
        using var live = await PostAsync(Run());
        using var reader = new EventReader(await live.Content.ReadAsStreamAsync());
        var created = (await reader.NextAsync())!;

        using var refused = await PostToAsync($"responses/{Id(created)}/cancel");

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal("response.completed", (await reader.RestAsync())[^1].Type);
    }

    [Fact]
    public async Task A_run_without_end_leaves_the_queue_on_its_stream()
    {
        Simulator.Scripts.ForAnyModel.Always(Faults.NeverEnds());
        using var live = await PostAsync(Run());
        using var reader = new EventReader(await live.Content.ReadAsStreamAsync());
        var created = (await reader.NextAsync())!;
        await reader.NextAsync();

        await Clock.AdvanceToTimerAsync(TimeSpan.FromSeconds(5));
        Assert.Equal("response.in_progress", (await reader.NextAsync())!.Type);
        using var cancelled = await PostToAsync($"responses/{Id(created)}/cancel");

        Assert.Equal("response.failed", Assert.Single(await reader.RestAsync()).Type);
    }

    [Fact]
    public async Task A_client_that_goes_does_not_stop_the_run()
    {
        using (var live = await PostAsync(Run()))
        {
            using var reader = new EventReader(await live.Content.ReadAsStreamAsync());
            await reader.NextAsync();
        }

        Assert.Equal(RequestEnd.ClosedByClient, (await Simulator.Log.WaitForClosedAsync(1)).End);
        Clock.Advance(TimeSpan.FromSeconds(25));
        Assert.Equal("completed", Assert.Single(Simulator.State.Responses).Status);
    }

    [Fact]
    public async Task A_run_that_was_not_created_as_a_stream_is_not_one()
    {
        var run = await AskAsync(new { model = Plain, input = "Hello", background = true });

        using var refused = await ResumeAsync(run.GetProperty("id").GetString()!, 0);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var error = await ErrorAsync(refused);
        Assert.Equal("This response cannot be streamed because it was not created with stream=true.", error.GetProperty("message").GetString());
        Assert.Equal("stream", error.GetProperty("param").GetString());
    }

    [Fact]
    public async Task Obfuscation_is_left_out_of_a_resumed_stream_on_demand_and_wrong_numbers_are_refused()
    {
        Options.BackgroundQueueTime = Options.BackgroundRunTime = TimeSpan.Zero;
        var events = await StreamAsync(Run());
        Assert.Contains("\"obfuscation\"", events[5].Data, StringComparison.Ordinal);
        var id = Id(events[0]);

        using var plain = await Http.GetAsync(new Uri($"responses/{id}?stream=true&include_obfuscation=false", UriKind.Relative));
        using var wrong = await Http.GetAsync(new Uri($"responses/{id}?stream=true&starting_after=-1", UriKind.Relative));

        Assert.DoesNotContain("\"obfuscation\"", await plain.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Equal("starting_after", (await ErrorAsync(wrong)).GetProperty("param").GetString());
    }

    private static object Run() => new { model = Plain, input = "How are you today?", background = true, stream = true };

    private static string Id(ReceivedEvent created) => created.Response.GetProperty("id").GetString()!;

    private Task<HttpResponseMessage> ResumeAsync(string id, int after) => Http.GetAsync(
        new Uri($"responses/{id}?stream=true&starting_after={after}", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
}
