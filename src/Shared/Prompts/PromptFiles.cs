using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedLlm.Catalog;

namespace TypedLlm.Prompts;

/// <summary>The additional files of a project, found by their path in the project's directory. Nothing is read before a prompt asks for it.</summary>
internal sealed class PromptFiles
{
    private readonly Lazy<List<Candidate>> _candidates;

    public PromptFiles(IEnumerable<AdditionalFile> files, string? projectDirectory) => _candidates = new(() => List(files, projectDirectory));

    public static PromptFiles None { get; } = new([], null);

    public static PromptFiles Of(AnalyzerOptions options) => new(Read(options), ProjectDirectory(options.AnalyzerConfigOptionsProvider));

    /// <summary>The project's directory as the build tells it to the compiler; null in hosts that do not.</summary>
    public static string? ProjectDirectory(AnalyzerConfigOptionsProvider options) =>
        options.GlobalOptions.TryGetValue("build_property.ProjectDir", out var directory) ? directory : null;

    /// <summary>The file of a path. Case counts, since it does where the project may be built next.</summary>
    public AdditionalText? Find(string path)
    {
        var normal = PromptPath.Normalize(path);
        return _candidates.Value.Find(candidate =>
            candidate.Path == normal || (candidate.IsWhole && candidate.Path.EndsWith("/" + normal, StringComparison.Ordinal)))?.File;
    }

    /// <summary>The path that was probably meant: a similar one, else that of the file of this name in another folder.</summary>
    public string? Nearest(string path)
    {
        var normal = PromptPath.Normalize(path);
        var paths = _candidates.Value.ConvertAll(static candidate => candidate.Path);
        paths.RemoveAll(static candidate => PromptPath.Fault(candidate) is not null);
        return NearestName.Find(normal, paths) ?? paths.Find(candidate => FileName(candidate) == FileName(normal));
    }

    private static IEnumerable<AdditionalFile> Read(AnalyzerOptions options)
    {
        foreach (var file in options.AdditionalFiles)
        {
            yield return AdditionalFile.Read(file, options.AnalyzerConfigOptionsProvider);
        }
    }

    private static string FileName(string path) => path.Substring(path.LastIndexOf('/') + 1);

    /// <summary>
    /// Links come first, as they are what the project shows. Without a directory whole paths are listed, the shortest first, so that the same
    /// one is found on each machine.
    /// </summary>
    private static List<Candidate> List(IEnumerable<AdditionalFile> files, string? projectDirectory)
    {
        var links = new List<Candidate>();
        var whole = new List<Candidate>();
        foreach (var (file, link) in files)
        {
            whole.Add(new Candidate(PromptPath.Normalize(file.Path), file, IsWhole: true));
            if (link is not null)
            {
                links.Add(new Candidate(PromptPath.Normalize(link), file, IsWhole: false));
            }
        }

        var inProject = ProjectRoot.Of(projectDirectory, whole.ConvertAll(static file => file.Path)) is { } root ? Inside(root, whole) : whole;
        links.Sort(Compare);
        inProject.Sort(Compare);
        links.AddRange(inProject);
        return links;
    }

    private static List<Candidate> Inside(string root, List<Candidate> files)
    {
        var inside = new List<Candidate>(files.Count);
        foreach (var file in files)
        {
            if (ProjectRoot.Holds(root, file.Path))
            {
                inside.Add(new Candidate(file.Path.Substring(root.Length), file.File, IsWhole: false));
            }
        }

        return inside;
    }

    private static int Compare(Candidate left, Candidate right) => left.Path.Length != right.Path.Length
        ? left.Path.Length.CompareTo(right.Path.Length)
        : string.CompareOrdinal(left.Path, right.Path);

    private sealed record Candidate(string Path, AdditionalText File, bool IsWhole);
}
