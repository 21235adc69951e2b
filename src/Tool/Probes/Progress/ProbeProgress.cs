using Spectre.Console;
using TypedLlm.Tool.Cli;

namespace TypedLlm.Tool.Probes;

/// <summary>Tells people what probes do: a line for each event, and on a terminal how many are still running. No content, no keys.</summary>
internal sealed class ProbeProgress(ToolHost host)
{
    private readonly Lock _lock = new();
    private readonly IAnsiConsole? _terminal = ReferenceEquals(host.Error, Console.Error) && !Console.IsErrorRedirected
        ? AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(host.Error) })
        : null;

    private StatusContext? _status;
    private int _total;
    private int _done;

    /// <summary>Shows how many of so many probes are done, as long as the work runs.</summary>
    public Task<T> RunAsync<T>(int total, Func<Task<T>> work)
    {
        (_total, _done) = (total, 0);
        return _terminal is null || total == 0
            ? work()
            : _terminal.Status().StartAsync(Standing(), async status =>
            {
                _status = status;
                try
                {
                    return await work();
                }
                finally
                {
                    _status = null;
                }
            });
    }

    public void Say(ProbeRequest request, string text) => Say($"{request.Name}: {text}");

    public void Say(string line)
    {
        lock (_lock)
        {
            if (_terminal is not null)
            {
                _terminal.WriteLine(line);
            }
            else
            {
                host.Error.WriteLine(line);
            }
        }
    }

    public void Done(ProbeResult result)
    {
        Say(result.Request, $"{Word(result.Verdict)}: {result.Detail}");
        Interlocked.Increment(ref _done);
        if (_status is { } status)
        {
            status.Status = Standing();
        }
    }

    private string Standing() => $"{Volatile.Read(ref _done)} of {_total} probes";

    private static string Word(ProbeVerdict verdict) => verdict switch
    {
        ProbeVerdict.Works => "works",
        ProbeVerdict.Refused => "refused",
        _ => "not learned",
    };
}
