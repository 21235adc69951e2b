using System.Text;
using TypedLlm.TestKit;

namespace TypedLlm.Generator.Tests;

/// <summary>Compares generated files with the approved ones.</summary>
internal static class Snapshot
{
    public static void Match(string name, GeneratorRun run)
    {
        var actual = Render(run);
        Assert.Equal(RepositoryFiles.Approved($"tests/Generator.Tests/Snapshots/{name}.g.cs.txt", actual), actual);
    }

    private static string Render(GeneratorRun run)
    {
        var text = new StringBuilder();
        foreach (var (hintName, source) in run.Files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            text.Append("==== ").Append(hintName).Append('\n').Append(source);
        }

        return text.ToString();
    }
}
