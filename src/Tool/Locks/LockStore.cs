using TypedLlm.Locks;
using TypedLlm.Tool.Cli;

namespace TypedLlm.Tool.Locks;

/// <summary>The lock file on disk.</summary>
internal sealed class LockStore(string path)
{
    public const string FileName = "typedllm.lock.json";

    /// <summary>What the file says; <see cref="LockFile.Empty"/> if there is none.</summary>
    /// <exception cref="ToolException">It cannot be read, so that what it says would be lost.</exception>
    public LockFile Read()
    {
        if (ReadText() is not { } text)
        {
            return LockFile.Empty;
        }

        var (file, problems) = LockReader.Read(text);
        return problems.Count == 0
            ? file
            : throw new ToolException($"{path}{problems[0]} Mend the file, or delete it to have it written anew.");
    }

    /// <summary>Writes the file, whole or not at all. False if it says so already.</summary>
    /// <exception cref="ToolException">It cannot be written.</exception>
    public bool Write(LockFile file)
    {
        var text = LockWriter.Write(file);
        if (text == ReadText())
        {
            return false;
        }

        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            File.WriteAllText(temporary, text);
            File.Move(temporary, path, overwrite: true);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            File.Delete(temporary);
            throw new ToolException($"{path} cannot be written: {exception.Message}", exception);
        }
    }

    private string? ReadText()
    {
        try
        {
            return File.Exists(path) ? File.ReadAllText(path) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"{path} cannot be read: {exception.Message}", exception);
        }
    }
}
