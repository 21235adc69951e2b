using System.Collections;

namespace TypedLlm.Tool.Cli;

/// <summary>What a command uses of the world outside, so that tests can give it another one.</summary>
internal sealed record ToolHost
{
    /// <summary>Results: tables, JSON, SARIF.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Messages for people: progress and errors.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>What relative paths start from.</summary>
    public required string Directory { get; init; }

    public required IReadOnlyDictionary<string, string> Variables { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public static ToolHost OfProcess() => new()
    {
        Out = Console.Out,
        Error = Console.Error,
        Directory = Environment.CurrentDirectory,
        Variables = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(
            static variable => (string)variable.Key, static variable => (string?)variable.Value ?? "", StringComparer.OrdinalIgnoreCase),
    };

    public string? Variable(string name) => Variables.GetValueOrDefault(name);

    public string FullPath(string path) => Path.GetFullPath(path, Directory);
}
