using System.Diagnostics;
using System.Globalization;
using TypedLlm.Tool.Cli;

namespace TypedLlm.Tool.Tests.Probes;

/// <summary>The tool as a process of its own, which gets what Ctrl+C sends.</summary>
public sealed class InterruptedProcessTests : ProbeTest
{
    /// <summary>Real time that only a process that hangs needs.</summary>
    private static readonly TimeSpan Guard = TimeSpan.FromMinutes(3);

    public InterruptedProcessTests()
    {
        // The simulator's clock stands still, so both stay as they are.
        Options.BackgroundQueueTime = TimeSpan.FromHours(1);
        Options.BatchRunTime = TimeSpan.FromHours(1);
    }

    [Fact]
    public async Task A_process_that_is_interrupted_leaves_nothing_behind()
    {
        using var process = Start("verify", Plain, "--probe", "--need", "background", "--need", "batch", "--no-lock");
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        for (var request = 1; !IsFollowed("/v1/responses/") || !IsFollowed("/v1/batches/"); request++)
        {
            await Simulator.Log.WaitForRequestAsync(request);
        }

        using var kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync().WaitAsync(Guard);

        var said = await errors + await output;
        Assert.True(process.ExitCode == ExitCode.NotChecked, $"{process.ExitCode}\n{said}\n{Simulator.Log}");
        Assert.Contains("cancelling: what the probes made is removed", said, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, said, StringComparison.Ordinal);
        Assert.Equal("cancelled", Assert.Single(Simulator.State.Responses).Status);
        Assert.Equal("cancelling", Assert.Single(Simulator.State.Batches).Status);
        AssertNothingIsLeft();
    }

    private bool IsFollowed(string path) =>
        Simulator.Log.Requests.Any(request => request.Method == "GET" && request.Path.StartsWith(path, StringComparison.Ordinal));

    private Process Start(params string[] arguments)
    {
        // What runs in the background of a shell ignores the interrupt, and so do its children.
        var start = new ProcessStartInfo("env", ["--default-signal=INT", "dotnet", Path.Combine(AppContext.BaseDirectory, "TypedLlm.Tool.dll"), .. arguments])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            WorkingDirectory = Path.GetDirectoryName(Settings.PendingFile),
        };
        start.Environment["OPENAI_API_KEY"] = Key;
        start.Environment["OPENAI_BASE_URL"] = Simulator.BaseUrl.AbsoluteUri;
        return Process.Start(start)!;
    }
}
