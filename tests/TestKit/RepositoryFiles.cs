namespace TypedLlm.TestKit;

/// <summary>Files of the repository that tests compare with.</summary>
public static class RepositoryFiles
{
    private const string UpdateVariable = "UPDATE_APPROVED";

    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The text of a file, by its path from the root.</summary>
    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>Whether the file stands in the repository.</summary>
    public static bool Exists(string path) => File.Exists(Path.Combine(Root, path));

    /// <summary>
    /// The approved text of a file. With <c>UPDATE_APPROVED=1</c> the file is written first, so that the difference shows in the repository.
    /// </summary>
    public static string Approved(string path, string current)
    {
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1")
        {
            File.WriteAllText(Path.Combine(Root, path), current);
        }

        return Exists(path) ? Read(path) : "";
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "TypedLlm.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds TypedLlm.sln.");
    }
}
