using System.Diagnostics;
using System.Globalization;

namespace TypedLlm.Benchmarks.Harness;

/// <summary>The server as a child process, so that the CPU counted here is the client's alone. It ends when its input does.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, int port)
    {
        _process = process;
        Port = port;
    }

    public int Port { get; }

    public TimeSpan CpuTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public static ServerProcess Start(int? core = null)
    {
        var process = ChildProcess.Start(core, "serve");
        var port = process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The server ended before it listened.");
        return new ServerProcess(process, int.Parse(port, CultureInfo.InvariantCulture));
    }

    /// <summary>The base URL of a kind of answer, as the SDK takes it: without <c>/responses</c>.</summary>
    public Uri BaseUrl(string answer) => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}/{answer}/v1"));

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
