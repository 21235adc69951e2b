namespace TypedLlm.Tool.Reports;

/// <summary>Names files as code scanning finds them: by their path from the root of the repository.</summary>
internal static class RepositoryFile
{
    /// <summary>The relative address of a file; null if there is no such file, or if it lies outside.</summary>
    /// <param name="path">The full path of the file.</param>
    /// <param name="directory">A folder of the repository.</param>
    public static string? UriOf(string path, string directory)
    {
        var relative = Path.GetRelativePath(RootOf(directory), path);
        var parts = relative.Split(Path.DirectorySeparatorChar);
        return File.Exists(path) && !Path.IsPathRooted(relative) && parts[0] != ".." ? string.Join('/', parts.Select(Uri.EscapeDataString)) : null;
    }

    // The folder itself where it is in no repository. In a worktree or a submodule, .git is a file.
    private static string RootOf(string directory)
    {
        for (var folder = new DirectoryInfo(directory); folder is not null; folder = folder.Parent)
        {
            if (Path.Exists(Path.Combine(folder.FullName, ".git")))
            {
                return folder.FullName;
            }
        }

        return directory;
    }
}
