using System.Reflection;
using System.Text;
using TypedLlm.TestKit;

namespace TypedLlm.Generator.Tests;

/// <summary>Compares generated files with the approved ones. UPDATE_SNAPSHOTS=1 approves what is generated.</summary>
internal static class Snapshot
{
    private static readonly string Folder = typeof(Snapshot).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "SnapshotFolder").Value!;

    public static void Match(string name, GeneratorRun run)
    {
        var actual = Render(run);
        var path = Path.Combine(Folder, name + ".g.cs.txt");
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(path, actual);
        }

        Assert.True(File.Exists(path), $"{path} is missing; UPDATE_SNAPSHOTS=1 writes it.");
        Assert.Equal(File.ReadAllText(path), actual);
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
