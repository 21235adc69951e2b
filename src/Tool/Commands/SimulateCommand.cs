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
            Description = "Where to listen: localhost, an IP address of this machine, or * for every one. Several addresses are separated by ';'. Port 0 takes a free one.",
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
            foreach (var unknown in options.FindUnknownModels())
            {
                await host.Error.WriteLineAsync($"typedllm: {unknown}");
            }

            await RunAsync(options, host, cancellationToken);
            return ExitCode.Good;
        });
        return command;
    }

    private static SimulatorOptions Load(string? file, ToolHost host)
    {
        if (file is not null && !File.Exists(host.FullPath(file)))
        {
            throw new ToolException($"--scripts {file} does not exist; name a JSON file of faults, or leave it out to serve without any.");
        }

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
        catch (FormatException wrong)
        {
            throw new ToolException($"--urls {wrong.Message}", wrong);
        }
        catch (Exception wrong) when (wrong is IOException or InvalidOperationException)
        {
            throw new ToolException(wrong.Message, wrong);
        }
    }
}
