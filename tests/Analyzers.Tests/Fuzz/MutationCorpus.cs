using TypedLlm.TestKit;
using TypedLlm.TestKit.Verifiers;

namespace TypedLlm.Analyzers.Tests.Fuzz;

/// <summary>The texts that are damaged: together they use all that a user may write. Each source is a project with all files beside it.</summary>
internal static class MutationCorpus
{
    public const int MutantsOfSource = 950;
    public const int MutantsOfFile = 200;

    private const string Folder = "tests/Analyzers.Tests/Fuzz/Seeds/";

    public static IReadOnlyList<string> Sources { get; } = ["Endpoint.cs", "Faulty.cs", "Inheritance.cs", "CallSites.cs", "AnswerTypes.cs"];

    public static IReadOnlyList<string> AdditionalFiles { get; } =
        ["typedllm.models.json", "typedllm.lock.json", "appsettings.json", "Prompts/report.md", "Prompts/system.md"];

    public static string ConfigurationFile => ".globalconfig";

    public static int Size => (Sources.Count * MutantsOfSource) + ((AdditionalFiles.Count + 1) * MutantsOfFile);

    public static string Read(string file) => RepositoryFiles.Read(Folder + file);

    public static TestState ProjectOf(string source)
    {
        var state = new TestState { Sources = { (source, Read(source)) }, AnalyzerConfigFiles = { (ConfigurationFile, Read(ConfigurationFile)) } };
        foreach (var file in AdditionalFiles)
        {
            state.AdditionalFiles.Add((file, Read(file)));
        }

        return state;
    }
}
