using TypedLlm.Simulator;
using TypedLlm.Tool.Probes;

namespace TypedLlm.Tool.Tests.Probes;

public sealed class StreamingProbeTests : ProbeTest
{
    [Fact]
    public async Task A_stream_is_read_to_its_terminal_event()
    {
        var result = await RunAsync(Probe(ProbeKind.Streaming));

        AssertWorks(result);
        Assert.NotNull(result.Cost);
        Assert.True(Assert.Single(Simulator.Log.Requests).IsStream);
    }

    [Fact]
    public async Task An_account_that_may_not_stream_is_refused()
    {
        Options.Account = new() { WithoutStreaming = [Plain] };

        AssertRefused(await RunAsync(Probe(ProbeKind.Streaming)), "the account may not stream this model (400, unsupported_value, param stream)");
    }

    public static TheoryData<ScriptedReply, string> Breaks => new()
    {
        { Faults.EndAfterEvents(5), "the stream ended without its terminal event" },
        { Faults.ResetAfterEvents(5), "the connection broke, also after 3 repeats" },
        { Faults.FlatError("server_error", "It failed."), "the stream failed (server_error)" },
        { Faults.Failed("server_error", "It failed."), "the response failed (server_error)" },
    };

    [Theory]
    [MemberData(nameof(Breaks))]
    public async Task A_stream_that_breaks_says_nothing(ScriptedReply reply, string detail)
    {
        Simulator.Scripts.ForAnyModel.Always(reply);

        AssertNotLearned(await RunAsync(Probe(ProbeKind.Streaming)), detail);
    }

    [Fact]
    public async Task A_server_that_answers_as_a_whole_says_nothing()
    {
        Simulator.Scripts.ForAnyModel.Always(new ScriptedReply { Http = new HttpReply(200) { Body = "{}" } });

        AssertNotLearned(await RunAsync(Probe(ProbeKind.Streaming)), "the server takes no notice of 'stream'");
    }
}
