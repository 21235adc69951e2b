using TypedLlm.Benchmarks.Clients;
using TypedLlm.Benchmarks.Harness;

namespace TypedLlm.Benchmarks.Works;

/// <summary>A whole answer of about 1.2 KB in one unary response.</summary>
internal static class CallWork
{
    public static async Task RunAsync(Report report, bool quick)
    {
        report.Title("call · one unary response of 1.2 KB");
        using var server = ServerProcess.Start();
        using var clients = new ClientSet(server.BaseUrl("call"));
        var run = new PairedRun(rounds: quick ? 20 : 100, warmUpRounds: quick ? 20 : 50) { Operations = 100 };
        var series = await run.RunAsync(clients.Select(CallAsync));
        report.Table("call", series);

        var (floor, sdk, ours) = (series[0], series[1], series[^1]);
        report.AtMost("CPU of a call, × the floor", ours.CpuRatioTo(floor), 1.7);
        report.AtMost("bytes of a call", ours.MedianBytes, 9 * 1024);
        report.AtMost("CPU of a call, × the SDK", ours.CpuRatioTo(sdk), 0.7);
        report.AtMost("bytes of a call, × the SDK", ours.BytesRatioTo(sdk), 0.6);
    }

    private static async Task CallAsync(ITextClient client)
    {
        var text = await client.CallAsync("Where is order 7?");
        if (!text.StartsWith(" the of a order", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"{client} gave another text.");
        }
    }
}
