using TypedLlm.TestKit;
using TypedLlm.TestKit.Verifiers;

namespace TypedLlm.Analyzers.Tests.Habits;

/// <summary>A project that breaks every rule: the mistakes of the first hour, and others beside them.</summary>
internal static class EveryRule
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    public static TestState Project()
    {
        var state = new TestState { Sources = { ("Usings.cs", Usings) } };
        foreach (var folder in new[] { "tests/Package.Tests/FirstHour/Mistakes", "tests/Analyzers.Tests/Habits/EveryRule" })
        {
            AddFolder(Path.Combine(RepositoryFiles.Root, folder), state);
        }

        return state;
    }

    private static void AddFolder(string folder, TestState state)
    {
        foreach (var file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != "Program.cs"))
        {
            var name = Path.GetRelativePath(folder, file);
            var files = Path.GetExtension(file) switch
            {
                ".cs" => state.Sources,
                ".globalconfig" => state.AnalyzerConfigFiles,
                _ => state.AdditionalFiles,
            };

            // Two catalog files, one of them broken, keep their names.
            files.Add((files.Any(other => other.Name == name) ? $"More/{name}" : name, File.ReadAllText(file)));
        }
    }
}
