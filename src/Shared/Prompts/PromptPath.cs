namespace TypedLlm.Prompts;

/// <summary>Paths in the form in which they are compared: the same on all machines, whatever separators they were written with.</summary>
internal static class PromptPath
{
    private static readonly char[] Separators = ['/', '\\'];

    /// <summary>Why a path cannot be one of a file in the project's directory; null if it can.</summary>
    public static string? Fault(string path)
    {
        if (string.IsNullOrWhiteSpace(path))
        {
            return "is empty";
        }

        if (IsSeparator(path[0]) || (path.Length > 1 && path[1] == ':'))
        {
            return "is rooted";
        }

        var normal = Normalize(path);
        return normal == ".." || normal.StartsWith("../", StringComparison.Ordinal) ? "leads out of the project" : null;
    }

    /// <summary>Separators become <c>/</c>; <c>.</c> and <c>..</c> are resolved as far as they can be. A root stays.</summary>
    public static string Normalize(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Split(Separators, StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == ".." && parts.Count > 0 && parts[parts.Count - 1] != "..")
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part != ".")
            {
                parts.Add(part);
            }
        }

        var normal = string.Join("/", parts);
        return path.Length > 0 && IsSeparator(path[0]) ? "/" + normal : normal;
    }

    public static bool IsSeparator(char character) => character is '/' or '\\';
}
