using Microsoft.CodeAnalysis;

namespace TypedLlm.TestKit.Verifiers;

/// <summary>What test sources compile against: the running framework, and TypedLlm with what its package brings along where the test project has them.</summary>
internal static class TestReferences
{
    private static readonly string[] Ours = ["TypedLlm.dll", "OpenAI.dll", "System.ClientModel.dll", "System.Memory.Data.dll"];

    public static IReadOnlyList<MetadataReference> All { get; } = Load();

    private static List<MetadataReference> Load()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location);
        var trusted = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        var references = new List<MetadataReference>();
        foreach (var path in trusted.Split(Path.PathSeparator))
        {
            var name = Path.GetFileName(path);
            if (Path.GetDirectoryName(path) == framework || Ours.Contains(name) || name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal))
            {
                references.Add(MetadataReference.CreateFromFile(path));
            }
        }

        return references;
    }
}
