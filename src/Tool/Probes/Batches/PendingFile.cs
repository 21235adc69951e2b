using System.Text.Json;
using System.Text.Json.Serialization;
using TypedLlm.Tool.Cli;

namespace TypedLlm.Tool.Probes;

/// <summary>The file that notes what was left running. It has no keys and no content, and reads the same however it came about.</summary>
internal sealed partial class PendingFile(string path)
{
    private const int Version = 1;

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
            throw new ToolException($"{path}, which notes batches that are still running, cannot be read: {exception.Message}", exception);
        }
    }

    /// <exception cref="ToolException">The file cannot be written.</exception>
    public void Write(IEnumerable<PendingBatch> batches)
    {
        PendingBatch[] sorted =
        [
            .. batches.OrderBy(static batch => batch.BaseUrl, StringComparer.Ordinal)
                .ThenBy(static batch => batch.Key, StringComparer.Ordinal)
                .ThenBy(static batch => batch.Model, StringComparer.Ordinal)
                .ThenBy(static batch => batch.Asked, StringComparer.Ordinal)
                .ThenBy(static batch => batch.Batch, StringComparer.Ordinal),
        ];
        try
        {
            if (sorted.Length == 0)
            {
                File.Delete(path);
                return;
            }

            // Written beside it and then moved over it, so that a crash leaves the old notes or the new ones.
            var next = $"{path}.next";
            File.WriteAllText(next, JsonSerializer.Serialize(new Content(Version, sorted), Json.Default.Content).ReplaceLineEndings("\n") + "\n");
            File.Move(next, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"{path}, which notes batches that are still running, cannot be written: {exception.Message}", exception);
        }
    }

    internal sealed record Content(int Version, IReadOnlyList<PendingBatch> Batches);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
    [JsonSerializable(typeof(Content))]
    private sealed partial class Json : JsonSerializerContext;
}
