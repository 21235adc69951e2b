using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using TypedLlm.Benchmarks.Clients;
using TypedLlm.Benchmarks.Harness;

namespace TypedLlm.Benchmarks.Works;

/// <summary>Runs a number of concurrent streams in a process of its own, bound to a core: each stream that ends is followed by another.</summary>
internal sealed class StreamProbe(ServerProcess server, TimeSpan window)
{
    private const int WarmUpStreams = 50;
    private const int TokensPerStream = 100;

    /// <summary>Long enough for the JIT compiler to be done, which at 20 ms a token would take minutes.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(4);

    /// <summary>How long a stream takes at 20 ms an event.</summary>
    private static readonly TimeSpan StreamLength = TimeSpan.FromMilliseconds(20 * TokensPerStream);

    public ProbeResult Run(string client, int streams)
    {
        using var process = ChildProcess.Start(
            core: 0,
            "probe",
            client,
            server.BaseUrl($"flushed-{TokensPerStream}").ToString(),
            server.BaseUrl($"paced-{TokensPerStream}").ToString(),
            streams.ToString(CultureInfo.InvariantCulture),
            window.TotalSeconds.ToString(CultureInfo.InvariantCulture));
        var result = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return JsonSerializer.Deserialize<ProbeResult>(result);
    }

    /// <summary>The other end: prints the result.</summary>
    public static async Task MainAsync(string client, Uri warmUp, Uri baseUrl, int streams, TimeSpan window)
    {
        await WarmUpAsync(client, warmUp);
        using var clients = new ClientSet(baseUrl);
        var load = new StreamLoad(clients[client], StreamLength);
        await load.GrowToAsync(WarmUpStreams);
        var heapOfFew = GC.GetTotalMemory(forceFullCollection: true);

        await load.GrowToAsync(streams);
        load.FirstTokens.Clear();
        var cpu = Environment.CpuUsage.TotalTime;
        var started = Stopwatch.GetTimestamp();
        await Task.Delay(window);
        var share = (Environment.CpuUsage.TotalTime - cpu) / Stopwatch.GetElapsedTime(started);
        var firstTokens = load.FirstTokens.Order().ToArray();
        var liveBytes = (double)(GC.GetTotalMemory(forceFullCollection: true) - heapOfFew) / (streams - WarmUpStreams);

        await load.StopAsync();
        var p99 = firstTokens[(int)(firstTokens.Length * 0.99)].TotalMilliseconds;
        Console.WriteLine(JsonSerializer.Serialize(new ProbeResult(streams, p99, share, liveBytes)));
    }

    private static async Task WarmUpAsync(string client, Uri baseUrl)
    {
        using var clients = new ClientSet(baseUrl);
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < WarmUp)
        {
            await foreach (var _ in clients[client].StreamAsync("Where is order 7?"))
            {
            }
        }
    }
}
