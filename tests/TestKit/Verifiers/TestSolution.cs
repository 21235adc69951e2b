using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace TypedLlm.TestKit.Verifiers;

/// <summary>Turns the files of a test into a solution.</summary>
public static class TestSolution
{
    internal const string MainProject = "TestProject";

    /// <summary>Creates the solution, without the markup.</summary>
    public static Solution Create(TestState state)
    {
        var solution = new AdhocWorkspace().CurrentSolution;
        foreach (var (name, project) in state.Projects())
        {
            solution = AddProject(solution, name, project);
        }

        return solution;
    }

    private static Solution AddProject(Solution solution, string name, TestState state)
    {
        var id = ProjectId.CreateNewId(name);
        solution = solution.AddProject(ProjectInfo.Create(
            id,
            VersionStamp.Default,
            name,
            name,
            LanguageNames.CSharp,
            filePath: PathOf(name, name + ".csproj"),
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable),
            parseOptions: new CSharpParseOptions(LanguageVersion.CSharp12),
            metadataReferences: TestReferences.All));

        foreach (var (file, text) in state.Sources)
        {
            solution = solution.AddDocument(DocumentId.CreateNewId(id), file, Read(text), filePath: PathOf(name, file));
        }

        foreach (var (file, text) in state.AdditionalFiles)
        {
            solution = solution.AddAdditionalDocument(DocumentId.CreateNewId(id), file, Read(text), filePath: PathOf(name, file));
        }

        foreach (var (file, text) in state.AnalyzerConfigFiles)
        {
            solution = solution.AddAnalyzerConfigDocument(DocumentId.CreateNewId(id), file, SourceText.From(text), filePath: PathOf(name, file));
        }

        return solution;
    }

    private static SourceText Read(string marked) => SourceText.From(MarkedText.Parse(marked).Text);

    internal static string PathOf(string project, string file) => $"/{project}/{file}";
}
