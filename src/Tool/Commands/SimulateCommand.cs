using System.CommandLine;
using TypedLlm.Simulator;
using TypedLlm.Tool.Cli;

namespace TypedLlm.Tool.Commands;

/// <summary><c>typedllm simulate</c>: the simulator, until it is stopped.</summary>
internal static class SimulateCommand
{
    public static Command Create(ToolHost host)
    {
        var urls = new Option<string>("--urls")
        {
            HelpName = "url",
            Description = "Where to listen; several addresses are separated by ';'. Port 0 takes a free one.",
            DefaultValueFactory = static _ => "http://127.0.0.1:5005",
        };
        var scripts = new Option<string?>("--scripts")
        {
            HelpName = "file",
            Description = "A JSON file with fault scripts, and with what the account lacks.",
        };
        var seed = new Option<int?>("--seed") { HelpName = "number", Description = "The seed of answers and ids. Default: that of the file, or 1." };
        var command = new Command("simulate", "Serves an OpenAI-compatible API on this machine, with faults that you script. Needs no key and sends nothing anywhere.")
        {
            urls,
            scripts,
            seed,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = Load(parsed.GetValue(scripts), host);
            options.Urls = parsed.GetRequiredValue(urls);
            options.Seed = parsed.GetValue(seed) ?? options.Seed;
            await RunAsync(options, host, cancellationToken);
            return ExitCode.Good;
        });
        return command;
    }

    private static SimulatorOptions Load(string? file, ToolHost host)
    {
        try
        {
            return file is null ? new SimulatorOptions() : SimulatorOptions.Load(host.FullPath(file));
        }
        catch (Exception wrong) when (wrong is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw new ToolException(wrong.Message, wrong);
        }
    }

    private static async Task RunAsync(SimulatorOptions options, ToolHost host, CancellationToken cancellationToken)
    {
        try
        {
            await SimulatorServer.RunAsync(options, host.Out, cancellationToken);
        }
        catch (Exception wrong) when (wrong is IOException or FormatException or InvalidOperationException)
        {
            throw new ToolException(wrong.Message, wrong);
        }
    }
}
