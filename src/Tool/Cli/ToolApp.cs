using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using TypedLlm.Tool.Commands;

namespace TypedLlm.Tool.Cli;

/// <summary>The command line <c>typedllm</c>.</summary>
internal static class ToolApp
{
    /// <summary>What clean-up may take after Ctrl+C.</summary>
    private static readonly TimeSpan CleanUpTime = TimeSpan.FromMinutes(2);

    public static async Task<int> RunAsync(string[] arguments, ToolHost host, CancellationToken cancellationToken = default)
    {
        var invocation = new InvocationConfiguration
        {
            Output = host.Out,
            Error = host.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = CleanUpTime,
        };
        try
        {
            var parsed = Create(host).Parse(arguments);
            if (parsed.Action is ParseErrorAction error)
            {
                // The error says what is meant; a page of help above it would hide it.
                error.ShowHelp = false;
            }

            var code = await parsed.InvokeAsync(invocation, cancellationToken);
            return parsed.Errors.Count > 0 ? ExitCode.NotChecked : code;
        }
        catch (ToolException exception)
        {
            await host.Error.WriteLineAsync($"typedllm: {exception.Message}");
            return ExitCode.NotChecked;
        }
        catch (OperationCanceledException)
        {
            await host.Error.WriteLineAsync("typedllm: cancelled.");
            return ExitCode.NotChecked;
        }
    }

    // One line for each command, in the order of the help.
    private static Command Create(ToolHost host) => new("typedllm", "Proves the model chains of TypedLlm endpoints against the live account.")
    {
        new HelpOption(),
        new VersionOption(),
        VerifyCommand.Create(host),
        ModelsCommand.Create(host),
        UpgradeCommand.Create(host),
        RenderCommand.Create(host),
        ApproveCommand.Create(host),
        SimulateCommand.Create(host),
    };
}
