namespace TypedLlm.Prompts;

/// <summary>The directory of a project, as the paths of its files begin with it.</summary>
internal static class ProjectRoot
{
    /// <summary>The directory with a separator at its end; null if it is unknown.</summary>
    /// <param name="directory">
    /// The directory that the compiler was told. The build writes it into a configuration file, where <c>#</c> and <c>;</c> begin a comment, so
    /// that of <c>/src/C#/Shop/</c> only <c>/src/C</c> may be left.
    /// </param>
    /// <param name="paths">The paths of the files, which show whether it was cut off.</param>
    public static string? Of(string? directory, List<string> paths)
    {
        if (string.IsNullOrEmpty(directory))
        {
            return null;
        }

        var normal = PromptPath.Normalize(directory!);
        var root = normal.EndsWith("/", StringComparison.Ordinal) ? normal : normal + "/";
        var told = PromptPath.IsSeparator(directory![directory.Length - 1]) ? root : normal;
        return paths.Exists(path => Holds(told, path) && IsComment(path, told.Length)) ? null : root;
    }

    /// <summary>Whether a path begins with the root. Drives and folders above the project may be written in another case by another tool.</summary>
    public static bool Holds(string root, string path) => path.StartsWith(root, StringComparison.OrdinalIgnoreCase);

    /// <summary>White space before a comment is cut off with it.</summary>
    private static bool IsComment(string path, int position)
    {
        while (position < path.Length && char.IsWhiteSpace(path[position]))
        {
            position++;
        }

        return position < path.Length && path[position] is '#' or ';';
    }
}
