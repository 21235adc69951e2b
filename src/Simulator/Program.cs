using System.Runtime.InteropServices;
using TypedLlm.Simulator;

var urls = "http://127.0.0.1:5005";
switch (args)
{
    case []:
        break;
    case ["--urls", var value]:
        urls = value;
        break;
    case [var single] when single.StartsWith("--urls=", StringComparison.Ordinal):
        urls = single["--urls=".Length..];
        break;
    default:
        Console.Error.WriteLine("Usage: TypedLlm.Simulator [--urls http://127.0.0.1:5005]");
        return 2;
}

SimulatorServer server;
try
{
    server = await SimulatorServer.StartAsync(new SimulatorOptions { Urls = urls });
}
catch (Exception failure) when (failure is IOException or FormatException or InvalidOperationException)
{
    Console.Error.WriteLine(failure.Message);
    return 1;
}

await using (server)
{
    Console.WriteLine($$"""
        The simulator serves an OpenAI-compatible API at {{server.BaseUrl}}

          GET  /v1/models        GET  /v1/models/{id}        POST /v1/responses (unary and stream)
          POST /simulator/scripts    DELETE /simulator/scripts    GET /simulator/log

        Point a client at it (any key will do):

          export OPENAI_BASE_URL={{server.BaseUrl}} OPENAI_API_KEY=simulated

        Script a fault:

          curl {{new Uri(server.BaseUrl, "/simulator/scripts")}} -d '{"model":"gpt-5.4","request":1,"fault":"rate_limited"}'

        Ctrl+C stops it.
        """);
    var stopped = new TaskCompletionSource();
    using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
    using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
    await stopped.Task;

    void Stop(PosixSignalContext signal)
    {
        signal.Cancel = true;
        stopped.TrySetResult();
    }
}

return 0;
