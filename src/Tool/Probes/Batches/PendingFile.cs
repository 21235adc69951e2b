using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using TypedLlm.Tool.Cli;

namespace TypedLlm.Tool.Probes;

/// <summary>The file that notes what was left running. It has no keys and no content, and reads the same however it came about.</summary>
internal sealed partial class PendingFile(string path)
{
    private const int Version = 1;
    private const int MaxTries = 100;

    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromMilliseconds(50);

    // Exists while a process changes the notes, which keeps others out; moved over the notes, so that a crash leaves the old ones or the new.
    private readonly string _next = $"{path}.next";

    /// <exception cref="ToolException">The file cannot be read.</exception>
    public IReadOnlyList<PendingBatch> Read()
    {
        try
        {
            return File.Exists(path)
                && JsonSerializer.Deserialize(File.ReadAllBytes(path), Json.Default.Content) is { Version: Version } content
                    ? content.Batches
                    : File.Exists(path) ? throw new ToolException($"{path} was written by another release; use that one, or delete the file.") : [];
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"{path}, which notes batches that are still running, cannot be read: {exception.Message} Put it back as it was, or delete it and give those batches up.", exception);
        }
    }

    /// <summary>Changes the notes while nobody else does: one that another process overwrites is a batch that nobody knows of.</summary>
    /// <exception cref="ToolException">The file cannot be read or written.</exception>
    public async Task ChangeAsync(
        Func<IReadOnlyList<PendingBatch>, IReadOnlyList<PendingBatch>> change, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            var stream = await LockAsync(time, cancellationToken);
            var isMoved = false;
            try
            {
                isMoved = Write(stream, change(Read()));
            }
            finally
            {
                await stream.DisposeAsync();
                if (!isMoved)
                {
                    File.Delete(_next);
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"{path}, which notes batches that are still running, cannot be written: {exception.Message}", exception);
        }
    }

    private async Task<FileStream> LockAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return new FileStream(_next, FileMode.CreateNew, FileAccess.Write);
            }
            catch (IOException exception) when (exception is not DirectoryNotFoundException)
            {
                if (tries == MaxTries)
                {
                    throw new ToolException(
                        $"{_next} cannot be made: another process changes the notes, or was ended while it did; if none runs, delete it.", exception);
                }
            }

            await time.PauseAsync(TryAgainAfter, cancellationToken);
        }
    }

    /// <returns>Whether what was written took the place of the notes.</returns>
    private bool Write(FileStream stream, IReadOnlyList<PendingBatch> batches)
    {
        if (batches.Count == 0)
        {
            File.Delete(path);
            return false;
        }

        PendingBatch[] sorted =
        [
            .. batches.OrderBy(static batch => batch.BaseUrl, StringComparer.Ordinal)
                .ThenBy(static batch => batch.Key, StringComparer.Ordinal)
                .ThenBy(static batch => batch.Model, StringComparer.Ordinal)
                .ThenBy(static batch => batch.Asked, StringComparer.Ordinal)
                .ThenBy(static batch => batch.Batch, StringComparer.Ordinal),
        ];
        stream.Write(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new Content(Version, sorted), Json.Default.Content).ReplaceLineEndings("\n") + "\n"));
        stream.Dispose();
        File.Move(_next, path, overwrite: true);
        return true;
    }

    internal sealed record Content(int Version, IReadOnlyList<PendingBatch> Batches);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
    [JsonSerializable(typeof(Content))]
    private sealed partial class Json : JsonSerializerContext;
}
