using TypedLlm.Tool.Cli;

namespace TypedLlm.Tool.Tests.Support;

/// <summary>One run of the command line, in this process.</summary>
/// <param name="Code">The exit code.</param>
/// <param name="Out">What it wrote as its result.</param>
/// <param name="Error">What it told people.</param>
internal sealed record ToolRun(int Code, string Out, string Error)
{
    /// <summary>Runs a command with an environment of its own: nothing of this machine's variables is seen.</summary>
    public static async Task<ToolRun> Of(
        string directory,
        string[] arguments,
        IReadOnlyDictionary<string, string>? variables = null,
        TimeProvider? time = null,
        CancellationToken cancellationToken = default)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var host = new ToolHost
        {
            Out = TextWriter.Synchronized(output),
            Error = TextWriter.Synchronized(error),
            Directory = directory,
            Variables = variables ?? new Dictionary<string, string>(),
            Time = time ?? TimeProvider.System,
        };
        var code = await ToolApp.RunAsync(arguments, host, cancellationToken);
        return new ToolRun(code, output.ToString(), error.ToString());
    }
}
