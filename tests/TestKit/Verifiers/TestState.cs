namespace TypedLlm.TestKit.Verifiers;

/// <summary>The files of a test project. Sources and additional files may carry markup.</summary>
public sealed class TestState
{
    /// <summary>C# files by name.</summary>
    public IList<(string Name, string Text)> Sources { get; } = [];

    /// <summary>Files that analyzers see beside the sources, by name.</summary>
    public IList<(string Name, string Text)> AdditionalFiles { get; } = [];

    /// <summary><c>.editorconfig</c> and <c>.globalconfig</c> files by name.</summary>
    public IList<(string Name, string Text)> AnalyzerConfigFiles { get; } = [];

    /// <summary>More projects of the same solution by name, with sources and files of their own.</summary>
    public IDictionary<string, TestState> AdditionalProjects { get; } = new SortedDictionary<string, TestState>(StringComparer.Ordinal);

    internal IEnumerable<(string Project, TestState State)> Projects() =>
        AdditionalProjects.Select(project => (project.Key, project.Value)).Prepend((TestSolution.MainProject, this));
}
