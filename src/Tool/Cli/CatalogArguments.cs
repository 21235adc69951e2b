using System.CommandLine;
using TypedLlm.Catalog;

namespace TypedLlm.Tool.Cli;

/// <summary>The catalog file that lies over all others: one that is named, or that of the current directory.</summary>
internal sealed class CatalogArguments
{
    private const string FileName = "typedllm.models.json";

    private readonly Option<string?> _file = new("--catalog")
    {
        HelpName = "file",
        Description = $"A catalog file. Default: {FileName} of the current directory, if there is one.",
    };

    public void AddTo(Command command) => command.Options.Add(_file);

    /// <summary>What the file says; nothing if there is none.</summary>
    /// <exception cref="ToolException">The file that is named is not there, or it cannot be used.</exception>
    public CatalogFile ReadFile(ParseResult parsed, ToolHost host) =>
        PathOf(parsed, host) is { } path ? Read(path, host) : CatalogFile.Empty;

    /// <summary>The full path of the file; null if there is none.</summary>
    public string? PathOf(ParseResult parsed, ToolHost host)
    {
        if (parsed.GetValue(_file) is { } named)
        {
            return File.Exists(host.FullPath(named)) ? host.FullPath(named) : throw new ToolException($"--catalog {named} does not exist.");
        }

        return host.FullPath(FileName) is var path && File.Exists(path) ? path : null;
    }

    private static CatalogFile Read(string path, ToolHost host)
    {
        var (file, problems) = CatalogReader.Read(ReadText(path), BuiltInCatalog.Instance);
        if (problems.Count > 0)
        {
            throw new ToolException(string.Join('\n', problems.Select(problem => $"{path}{problem}").Prepend($"{Path.GetFileName(path)} cannot be used:")));
        }

        foreach (var problem in UnknownNames.Find(file, BuiltInCatalog.Instance.With(file)))
        {
            host.Error.WriteLine($"{path}{problem}");
        }

        return file;
    }

    private static string ReadText(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"{path} cannot be read: {exception.Message}", exception);
        }
    }
}
