using TypedLlm.Benchmarks.Clients;
using TypedLlm.Benchmarks.Harness;

namespace TypedLlm.Benchmarks.Works;

/// <summary>A token of a text stream over loopback, from whole 16 KB reads down to a read per token.</summary>
internal static class TokenWork
{
    public static async Task RunAsync(Report report, bool quick)
    {
        using var server = ServerProcess.Start();
        await RunAsync(report, server, "batched", tokens: 100, operations: 100, quick);
        await RunAsync(report, server, "batched", tokens: 1_000, operations: 20, quick);
        var series = await RunAsync(report, server, "batched", tokens: 10_000, operations: 5, quick);
        CheckBudgets(report, series);
        await RunAsync(report, server, "flushed", tokens: 1_000, operations: 10, quick);
    }

    private static async Task<IReadOnlyList<Series>> RunAsync(Report report, ServerProcess server, string answer, int tokens, int operations, bool quick)
    {
        report.Title($"token · {tokens:N0} tokens, {(answer == "batched" ? "16 KB a write" : "an event a write")}");
        using var clients = new ClientSet(server.BaseUrl($"{answer}-{tokens}"));
        var run = new PairedRun(rounds: quick ? 10 : 60, warmUpRounds: quick ? 5 : 15) { Operations = operations, Units = tokens };
        var series = await run.RunAsync(clients.Select(client => ReadAsync(client, tokens)));
        report.Table("token", series);
        return series;
    }

    private static void CheckBudgets(Report report, IReadOnlyList<Series> series)
    {
        var (floor, sdk, ours) = (series[0], series[1], series[^1]);
        report.AtMost("CPU of a token, × the floor", ours.CpuRatioTo(floor), 0.8);
        report.AtMost("bytes of a token", ours.MedianBytes, 40);
        report.AtLeast("CPU of the SDK, × ours", sdk.CpuRatioTo(ours), 10);
        report.AtLeast("bytes of the SDK, × ours", sdk.BytesRatioTo(ours), 80);
    }

    private static async Task ReadAsync(ITextClient client, int expected)
    {
        var tokens = 0;
        await foreach (var _ in client.StreamAsync("Where is order 7?"))
        {
            tokens++;
        }

        if (tokens != expected)
        {
            throw new InvalidOperationException($"{client} gave {tokens} tokens of {expected}.");
        }
    }
}
