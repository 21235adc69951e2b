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

    /// <summary>The variable that makes the tool show where an error of its own happened.</summary>
    private const string DebugVariable = "TYPEDLLM_DEBUG";

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
            if (IsCall(parsed) && UsageErrors.Find(parsed) is { } wrong)
            {
                throw new ToolException(wrong);
            }

            return await parsed.InvokeAsync(invocation, cancellationToken);
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
#pragma warning disable CA1031 // The last resort: whatever went wrong, a pipeline gets the code of what was not checked, and people a line.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            // The message of an exception that nobody expects may quote anything, a key too; it is shown to who asks for it.
            await host.Error.WriteLineAsync(host.Variable(DebugVariable) is { Length: > 0 }
                ? $"typedllm: {exception}"
                : $"typedllm: an error of the tool itself, {exception.GetType()}. Please report it with the command and with what {DebugVariable}=1 shows.");
            return ExitCode.NotChecked;
        }
    }

    // Help and version are shown whatever else is written.
    private static bool IsCall(ParseResult parsed) => parsed.Action is ParseErrorAction || ReferenceEquals(parsed.Action, parsed.CommandResult.Command.Action);

    /// <summary>One line for each command, in the order of the help.</summary>
    public static Command Create(ToolHost host) => new("typedllm", "Proves the model chains of TypedLlm endpoints against the live account. Exit codes: 0 good, 1 findings, 2 could not be checked or was not understood.")
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
