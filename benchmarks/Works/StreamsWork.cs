using TypedLlm.Benchmarks.Clients;
using TypedLlm.Benchmarks.Harness;

namespace TypedLlm.Benchmarks.Works;

/// <summary>
/// How many concurrent streams one core holds at 20 ms a token. A client holds a number while its 99th percentile of the time to
/// the first token stays within 1.5 × of what the floor needs for a few streams. Client and server have a core each.
/// </summary>
internal static class StreamsWork
{
    private const int Few = 100;
    private const int Most = 3_200;
    private const double Slack = 1.5;

    public static Task RunAsync(Report report, bool quick)
    {
        report.Title("streams · 20 ms a token, the client on one core");
        if (!ChildProcess.CanPin)
        {
            report.Line($"Skipped: taskset is not there, so that a process cannot be bound to a core.");
            return Task.CompletedTask;
        }

        using var server = ServerProcess.Start(core: 1);
        var probe = new StreamProbe(server, TimeSpan.FromSeconds(quick ? 3 : 6));
        var few = ClientSet.Names.Select(name => probe.Run(name, Few)).ToArray();
        var limit = few[0].P99 * Slack;
        var held = ClientSet.Names.Select(name => MostHeld(probe, name, limit, resolution: quick ? 0.2 : 0.05)).ToArray();

        report.Line($"");
        report.Line($"| variant | streams held | × floor | p99 there, ms | CPU of the core | p99 of {Few}, ms | CPU of the core | live KB a stream |");
        report.Line($"|---|--:|--:|--:|--:|--:|--:|--:|");
        for (var index = 0; index < held.Length; index++)
        {
            var (most, small) = (held[index], few[index]);
            report.Line($"| {ClientSet.Names[index]} | {most.Streams} | {(double)most.Streams / held[0].Streams:F2} | {most.P99:F0} | {most.Cpu:P0} | {small.P99:F0} | {small.Cpu:P0} | {small.LiveBytes / 1024:F1} |");
        }

        report.Line($"");
        report.AtLeast("streams held, × the floor", (double)held[^1].Streams / held[0].Streams, 0.95);
        report.AtLeast("streams held, × the SDK", (double)held[^1].Streams / held[1].Streams, 3);
        report.AtMost("live KB of a stream", few[^1].LiveBytes / 1024, 20);
        return Task.CompletedTask;
    }

    /// <summary>Doubles until it no longer holds, then halves the gap until that is small.</summary>
    private static ProbeResult MostHeld(StreamProbe probe, string client, double limit, double resolution)
    {
        var best = default(ProbeResult);
        int holds = 0, fails = Few;
        while (fails <= Most && Holds(fails))
        {
            holds = fails;
            fails *= 2;
        }

        while (holds < Most && fails - holds > Math.Max(holds, Few) * resolution)
        {
            var middle = (holds + fails) / 2;
            if (Holds(middle))
            {
                holds = middle;
            }
            else
            {
                fails = middle;
            }
        }

        return best;

        // A second try, since a pause of the machine is no property of the client.
        bool Holds(int streams)
        {
            for (var attempt = 0; attempt < 2; attempt++)
            {
                var result = probe.Run(client, streams);
                if (result.P99 <= limit)
                {
                    best = result;
                    return true;
                }
            }

            return false;
        }
    }
}
