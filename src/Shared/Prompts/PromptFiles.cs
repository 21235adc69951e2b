using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedLlm.Catalog;

namespace TypedLlm.Prompts;

/// <summary>The additional files of a project, found by their path in the project's directory. Nothing is read before a prompt asks for it.</summary>
internal sealed class PromptFiles
{
    private readonly Lazy<List<(string Path, AdditionalText File)>> _files;
    private readonly bool _isDirectoryKnown;

    public PromptFiles(ImmutableArray<AdditionalText> files, string? projectDirectory)
    {
        _isDirectoryKnown = !string.IsNullOrEmpty(projectDirectory);
        _files = new(() => List(files, projectDirectory));
    }

    public static PromptFiles None { get; } = new(ImmutableArray<AdditionalText>.Empty, null);

    /// <summary>The project's directory as the build tells it to the compiler; null in hosts that do not.</summary>
    public static string? ProjectDirectory(AnalyzerConfigOptionsProvider options) =>
        options.GlobalOptions.TryGetValue("build_property.ProjectDir", out var directory) ? directory : null;

    /// <summary>The file of a path. Case counts, since it does where the project may be built next.</summary>
    public AdditionalText? Find(string path)
    {
        var normal = PromptPath.Normalize(path);
        foreach (var (candidate, file) in _files.Value)
        {
            if (candidate == normal || (!_isDirectoryKnown && candidate.EndsWith("/" + normal, StringComparison.Ordinal)))
            {
                return file;
            }
        }

        return null;
    }

    /// <summary>The path that was probably meant: a similar one, else that of the file of this name in another folder.</summary>
    public string? Nearest(string path)
    {
        var normal = PromptPath.Normalize(path);
        var paths = _files.Value.ConvertAll(static file => file.Path);
        return NearestName.Find(normal, paths) ?? paths.Find(candidate => FileName(candidate) == FileName(normal));
    }

    private static string FileName(string path) => path.Substring(path.LastIndexOf('/') + 1);

    /// <summary>Without a directory whole paths are listed, the shortest first, so that the same one is found on each machine.</summary>
    private static List<(string Path, AdditionalText File)> List(ImmutableArray<AdditionalText> files, string? projectDirectory)
    {
        var root = string.IsNullOrEmpty(projectDirectory) ? "" : PromptPath.Normalize(projectDirectory!) + "/";
        var list = new List<(string Path, AdditionalText File)>();
        foreach (var file in files)
        {
            // Drives and folders above the project may be written in another case by another tool.
            var path = PromptPath.Normalize(file.Path);
            if (path.StartsWith(root, StringComparison.OrdinalIgnoreCase))
            {
                list.Add((path.Substring(root.Length), file));
            }
        }

        list.Sort(static (left, right) => left.Path.Length != right.Path.Length
            ? left.Path.Length.CompareTo(right.Path.Length)
            : string.CompareOrdinal(left.Path, right.Path));
        return list;
    }
}
