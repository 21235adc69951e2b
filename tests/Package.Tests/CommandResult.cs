namespace TypedLlm.Package.Tests;

/// <summary>What a command printed, and its exit code.</summary>
internal sealed record CommandResult(int ExitCode, string Output)
{
    /// <summary>The distinct diagnostics of an id, as the build prints them: <c>Program.cs(5,44): warning TLLM005: …</c>.</summary>
    public IReadOnlyList<string> Diagnostics(string id) =>
    [
        .. Output.Split('\n')
            .Where(line => line.Contains($" {id}: ", StringComparison.Ordinal))
            .Select(line => line[(line.LastIndexOf('/', line.IndexOf('(', StringComparison.Ordinal)) + 1)..])
            .Distinct(),
    ];

    public void ShouldSucceed() => Assert.True(ExitCode == 0, $"Exit code {ExitCode}:\n{Output}");

    public void ShouldFail() => Assert.True(ExitCode != 0, $"Exit code 0:\n{Output}");
}
