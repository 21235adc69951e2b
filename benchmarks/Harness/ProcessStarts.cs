using System.Diagnostics;
using System.Globalization;

namespace TypedLlm.Benchmarks.Harness;

/// <summary>How long a program takes from its start to its end, over some rounds.</summary>
/// <param name="name">What is started.</param>
/// <param name="program">The program.</param>
/// <param name="arguments">Its arguments.</param>
internal sealed class ProcessStarts(string name, string program, params string[] arguments)
{
    private readonly List<double> _milliseconds = [];

    public string Name => name;

    public double Minimum => _milliseconds.Min();

    public double Median => _milliseconds.Order().ElementAt(_milliseconds.Count / 2);

    /// <summary>Starts it once and waits for its end.</summary>
    /// <exception cref="InvalidOperationException">It failed, or did not say what it should.</exception>
    public void Run(string expected)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        _milliseconds.Add(watch.Elapsed.TotalMilliseconds);
        if (process.ExitCode != 0 || !string.Concat(output, error.Result).Contains(expected, StringComparison.Ordinal))
        {
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{name} ended with {process.ExitCode}:\n{output}{error.Result}"));
        }
    }
}
