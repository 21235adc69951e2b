namespace TypedLlm.Tool.Cli;

/// <summary>Writes files that somebody asked for.</summary>
internal static class OutputFile
{
    /// <summary>Whether it can be written, before anything is paid for. What the file has in it stays.</summary>
    /// <exception cref="ToolException">It cannot be written.</exception>
    public static void Check(string path) => Access(path, () =>
    {
        var isNew = !File.Exists(path);
        File.Open(path, FileMode.OpenOrCreate, FileAccess.Write).Dispose();
        if (isNew)
        {
            File.Delete(path);
        }
    });

    /// <exception cref="ToolException">It cannot be written.</exception>
    public static void Write(string path, string text) => Access(path, () => File.WriteAllText(path, text));

    /// <summary>Folders are not made: one that is missing is more often misspelt than wanted.</summary>
    /// <exception cref="ToolException">The folder of the file does not exist.</exception>
    public static void CheckFolder(string path)
    {
        if (Path.GetDirectoryName(path) is { } folder && !Directory.Exists(folder))
        {
            throw new ToolException($"{path} cannot be written: the folder {folder} does not exist; make it, or name another file.");
        }
    }

    private static void Access(string path, Action access)
    {
        CheckFolder(path);
        try
        {
            access();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"{path} cannot be written: {exception.Message}", exception);
        }
    }
}
