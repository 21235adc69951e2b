using System.Xml.Linq;
using TypedLlm.TestKit;

namespace TypedLlm.Analyzers.Tests.Consumers;

/// <summary>A project of a user: a small program in <c>Projects</c>, with the project file that such a program would have.</summary>
internal sealed class Consumer
{
    private static readonly string Root = Path.Combine(RepositoryFiles.Root, "tests/Analyzers.Tests/Consumers/Projects");

    private readonly XElement _project;

    private Consumer(XElement project, string folder, string name)
    {
        _project = project;
        Folder = folder;
        Name = name;
    }

    /// <summary>The project files, by their paths in <c>Projects</c>.</summary>
    public static IEnumerable<string> All { get; } =
        Directory.GetFiles(Root, "*.csproj", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Root, file)).Order(StringComparer.Ordinal);

    public string Folder { get; }

    public string Name { get; }

    public string Sdk => _project.Attribute("Sdk")!.Value;

    /// <summary>The projects that this one refers to.</summary>
    public IEnumerable<Consumer> References =>
        _project.Descendants("ProjectReference").Select(reference => LoadFile(Path.Combine(Folder, reference.Attribute("Include")!.Value)));

    public static Consumer Load(string path) => LoadFile(Path.Combine(Root, path));

    /// <summary>A folder of the repository, with the settings of all its projects.</summary>
    public static Consumer OfRepository(string folder) =>
        new(new XElement("Project", new XAttribute("Sdk", "Microsoft.NET.Sdk"), new XElement("ImplicitUsings", "enable"), new XElement("Nullable", "enable")),
            Path.Combine(RepositoryFiles.Root, folder),
            Path.GetFileName(folder));

    public string? Property(string name) => _project.Descendants(name).SingleOrDefault()?.Value;

    /// <summary>The files of the project, without what builds leave.</summary>
    public IEnumerable<string> Files(string pattern) =>
        Directory.GetFiles(Folder, pattern, SearchOption.AllDirectories).Where(file => !IsOutput(file)).Order(StringComparer.Ordinal);

    private static Consumer LoadFile(string file) => new(XElement.Load(file), Path.GetDirectoryName(file)!, Path.GetFileNameWithoutExtension(file));

    private bool IsOutput(string file) => Path.GetRelativePath(Folder, file).Split('/') is ["bin" or "obj", ..];
}
