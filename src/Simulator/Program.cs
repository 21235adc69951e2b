using System.Runtime.InteropServices;
using TypedLlm.Simulator;

if (ProgramArguments.Read(args) is not { } arguments)
{
    Console.Error.WriteLine(ProgramArguments.Usage);
    return 2;
}

using var stopping = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
try
{
    var options = arguments.ToOptions();
    foreach (var unknown in options.FindUnknownModels())
    {
        Console.Error.WriteLine(unknown);
    }

    await SimulatorServer.RunAsync(options, Console.Out, stopping.Token);
    return 0;
}
catch (Exception failure) when (failure is IOException or InvalidDataException or UnauthorizedAccessException or FormatException or InvalidOperationException)
{
    Console.Error.WriteLine(failure.Message);
    return 1;
}

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stopping.Cancel();
}
