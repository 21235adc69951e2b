using TypedLlm.Catalog;
using TypedLlm.Simulator;
using TypedLlm.Tool.Probes;

namespace TypedLlm.Tool.Tests.Probes;

public sealed class BackgroundProbeTests : ProbeTest
{
    public BackgroundProbeTests()
    {
        Options.BackgroundQueueTime = TimeSpan.FromSeconds(5);
        Options.BackgroundRunTime = TimeSpan.FromMinutes(20);
    }

    [Fact]
    public async Task A_run_that_leaves_the_queue_works_and_is_cancelled_and_deleted()
    {
        var result = await RunAsync(Probe(ProbeKind.Background));

        AssertWorks(result);
        Assert.Equal(TimeSpan.FromSeconds(7), result.Queued);
        var run = Assert.Single(Simulator.State.Responses);
        Assert.Equal(("cancelled", true, false), (run.Status, run.IsDeleted, run.IsRunning));
        Assert.Contains("\"store\":true,\"background\":true", Simulator.Log.Requests[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_stays_in_the_queue_says_nothing_and_is_removed()
    {
        Simulator.Scripts.ForAnyModel.Always(Faults.StuckInQueue());

        var result = await RunAsync(Probe(ProbeKind.Background));

        AssertNotLearned(result, "still in queue after 600 s");
        Assert.Equal(Settings.Wait, result.Queued);
        AssertNothingIsLeft();
    }

    [Fact]
    public async Task A_model_without_background_is_refused()
    {
        Options.Account = new() { WithoutBackground = [Plain] };

        AssertRefused(await RunAsync(Probe(ProbeKind.Background)), "does not run in the background (400, unsupported_parameter, param background)");
        Assert.Empty(Simulator.State.Responses);
    }

    [Fact]
    public async Task A_run_that_fails_says_nothing()
    {
        Options.BackgroundRunTime = TimeSpan.Zero;
        Simulator.Scripts.ForAnyModel.Always(Faults.Failed("server_error", "It failed."));

        AssertNotLearned(await RunAsync(Probe(ProbeKind.Background)), "the response failed (server_error)");
        AssertNothingIsLeft();
    }

    [Fact]
    public async Task Looks_that_fail_are_not_the_end()
    {
        Simulator.Scripts.ForCall("GET /v1/responses/{id}").On(1, Faults.Unavailable()).On(2, Faults.BadGateway());

        AssertWorks(await RunAsync(Probe(ProbeKind.Background)));
        AssertNothingIsLeft();
    }

    [Fact]
    public async Task A_server_that_answers_at_once_takes_no_notice()
    {
        Simulator.Scripts.ForAnyModel.Always(new ScriptedReply
        {
            Http = new HttpReply(200) { Body = """{"id":"resp_1","object":"response","status":"completed","output":[],"usage":null}""" },
        });

        AssertNotLearned(await RunAsync(Probe(ProbeKind.Background)), "the server seems to take no notice of 'background'");
    }

    [Fact]
    public async Task Chat_completions_are_not_asked()
    {
        AssertNotLearned(await RunAsync(Probe(ProbeKind.Background, endpoint: EndpointKind.Chat)), "not tried");
        Assert.Empty(Simulator.Log.Requests);
    }
}
