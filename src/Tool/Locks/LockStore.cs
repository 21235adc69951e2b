using TypedLlm.Locks;
using TypedLlm.Tool.Cli;

namespace TypedLlm.Tool.Locks;

/// <summary>The lock file on disk.</summary>
internal sealed class LockStore(string path, TimeProvider time)
{
    public const string FileName = "typedllm.lock.json";

    // A run holds the file for no longer than it takes to write it.
    private const int MaxTries = 100;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

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

    /// <exception cref="ToolException">The file could not be written.</exception>
    public async Task CheckWritableAsync(CancellationToken cancellationToken)
    {
        if (Directory.Exists(path))
        {
            throw new ToolException($"{path} cannot be written: it is a folder. Name a file with --lock.");
        }

        OutputFile.CheckFolder(path);
        await using var turn = await EnterAsync(cancellationToken);
    }

    /// <summary>Changes the file as it is now, whole or not at all, while no other run does. False if it says so already.</summary>
    /// <exception cref="ToolException">It cannot be read or written.</exception>
    public async Task<bool> UpdateAsync(Func<LockFile, LockFile> change)
    {
        await using var turn = await EnterAsync(CancellationToken.None);
        var file = Read();
        var changed = change(file);
        return !ReferenceEquals(changed, file) && Write(changed);
    }

    private bool Write(LockFile file)
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
            DeleteIfPossible(temporary);
            throw CannotWrite(exception);
        }
    }

    // The error that led here is the one to tell.
    private static void DeleteIfPossible(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The folder is gone, or became read-only: then there is nothing to tidy up.
        }
    }

    /// <summary>A file beside it that one run at a time can hold.</summary>
    private async Task<FileStream> EnterAsync(CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return new FileStream($"{path}.busy", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
            }
            catch (IOException exception) when (exception.GetType() == typeof(IOException) && tries < MaxTries)
            {
                await Task.Delay(Pause, time, cancellationToken);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                throw CannotWrite(exception);
            }
        }
    }

    private ToolException CannotWrite(Exception exception) => new($"{path} cannot be written: {exception.Message}", exception);

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
