using System.Diagnostics;
using System.Globalization;

namespace TypedLlm.Benchmarks.Harness;

/// <summary>Starts this program again in another mode, bound to one core where the system can do that.</summary>
internal static class ChildProcess
{
    private static readonly string Taskset = "/usr/bin/taskset";

    public static bool CanPin => File.Exists(Taskset);

    public static Process Start(int? core, params ReadOnlySpan<string> arguments)
    {
        var program = Environment.ProcessPath ?? throw new InvalidOperationException("The program's own path is not known.");
        var start = new ProcessStartInfo(program) { RedirectStandardInput = true, RedirectStandardOutput = true };
        if (core is { } index && CanPin)
        {
            start.FileName = Taskset;
            start.ArgumentList.Add("-c");
            start.ArgumentList.Add(index.ToString(CultureInfo.InvariantCulture));
            start.ArgumentList.Add(program);
        }

        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} did not start.");
    }
}
