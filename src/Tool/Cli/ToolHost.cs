using System.Collections;
using TypedLlm.Catalog;

namespace TypedLlm.Tool.Cli;

/// <summary>What a command uses of the world outside, so that tests can give it another one.</summary>
internal sealed record ToolHost
{
    // Where no terminal wraps the lines, a table is as wide as it is.
    private const int Unbounded = 1000;

    /// <summary>Results: tables, JSON, SARIF.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Messages for people: progress and errors.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>What relative paths start from.</summary>
    public required string Directory { get; init; }

    public required IReadOnlyDictionary<string, string> Variables { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>How many characters a line of <see cref="Out"/> may have.</summary>
    public int Width { get; init; } = Unbounded;

    public static ToolHost OfProcess() => new()
    {
        Out = Console.Out,
        Error = Console.Error,
        Directory = Environment.CurrentDirectory,
        Width = Console.IsOutputRedirected ? Unbounded : Math.Max(Console.WindowWidth, 40),
        Variables = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(
            static variable => (string)variable.Key, static variable => (string?)variable.Value ?? "", StringComparer.OrdinalIgnoreCase),
    };

    public CatalogDate Today => CatalogDate.From(Time.GetUtcNow());

    public string? Variable(string name) => Variables.GetValueOrDefault(name);

    public string FullPath(string path) => Path.GetFullPath(path, Directory);
}
