using TypedLlm.TestKit;

namespace TypedLlm.Docs.Tests;

/// <summary>The pages of the repository, by paths from its root.</summary>
internal static class Pages
{
    public static IEnumerable<string> All()
    {
        yield return "README.md";
        yield return "CONTRIBUTING.md";
        yield return "benchmarks/README.md";
        foreach (var file in Directory.GetFiles(Path.Combine(RepositoryFiles.Root, "docs"), "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            yield return Path.GetRelativePath(RepositoryFiles.Root, file).Replace('\\', '/');
        }
    }

    public static string Read(string path) => RepositoryFiles.Read(path).ReplaceLineEndings("\n");
}
