using System.IO.Compression;
using System.Runtime.CompilerServices;

namespace TypedLlm.Package.Tests;

/// <summary>The packed package, as <c>dotnet pack src/Runtime</c> leaves it.</summary>
internal static class PackedPackage
{
    public static string Folder { get; } = Path.GetFullPath(Path.Combine(SourceFolder(), "..", "..", "artifacts", "packages"));

    public static string Version { get; } = Path.GetFileNameWithoutExtension(FindFile())["TypedLlm.".Length..];

    public static IReadOnlyList<string> Entries()
    {
        using var archive = ZipFile.OpenRead(FindFile());
        return [.. archive.Entries.Select(entry => entry.FullName)];
    }

    public static byte[] Read(string entry)
    {
        using var archive = ZipFile.OpenRead(FindFile());
        using var stream = archive.GetEntry(entry)!.Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private static string FindFile()
    {
        var file = Directory.Exists(Folder)
            ? Directory.GetFiles(Folder, "TypedLlm.*.nupkg").Where(IsItsOwn).OrderByDescending(File.GetLastWriteTimeUtc).FirstOrDefault()
            : null;
        return file ?? throw new InvalidOperationException($"No package in {Folder}. Run: dotnet pack src/Runtime -c Release");
    }

    /// <summary>A version follows the name, not the name of another package.</summary>
    private static bool IsItsOwn(string file) => char.IsAsciiDigit(Path.GetFileName(file)["TypedLlm.".Length]);

    private static string SourceFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
