using System.Globalization;
using System.Text;
using System.Text.Json;

namespace TypedLlm.Simulator;

/// <summary>Judges an upload as the service does and makes a file of it.</summary>
internal static class UploadRules
{
    public const int MinSeconds = 3_600;
    public const int MaxSeconds = 2_592_000;

    private static readonly string[] Purposes = ["fine-tune", "assistants", "batch", "user_data", "vision", "evals"];

    /// <summary>What the service gives files of batches without being asked.</summary>
    public static TimeSpan BatchLifetime { get; } = TimeSpan.FromDays(30);

    /// <exception cref="ApiErrorException">The service would refuse the upload.</exception>
    public static StoredFile ToFile(Upload upload, string id, DateTimeOffset now)
    {
        if (upload.Content is not { } content)
        {
            throw new ApiErrorException(FileErrors.Missing("file"));
        }

        if (!upload.Fields.TryGetValue("purpose", out var purpose))
        {
            throw new ApiErrorException(FileErrors.Missing("purpose"));
        }

        if (!Purposes.Contains(purpose))
        {
            throw new ApiErrorException(FileErrors.UnknownPurpose(purpose, Purposes));
        }

        var filename = upload.Filename is { Length: > 0 } given ? given : "upload";
        if (purpose == "batch" && !IsJsonLines(filename, content.Span))
        {
            throw new ApiErrorException(FileErrors.NotJsonLines());
        }

        var lifetime = ReadLifetime(upload.Fields) ?? (purpose == "batch" ? BatchLifetime : null);
        return new StoredFile(id, filename, purpose, content) { CreatedAt = now, ExpiresAt = now + lifetime };
    }

    private static TimeSpan? ReadLifetime(IReadOnlyDictionary<string, string> fields)
    {
        const string Anchor = "expires_after[anchor]";
        const string Seconds = "expires_after[seconds]";
        var (hasAnchor, hasSeconds) = (fields.TryGetValue(Anchor, out var anchor), fields.TryGetValue(Seconds, out var text));
        return (hasAnchor, hasSeconds) switch
        {
            (false, false) => null,
            (false, _) => throw new ApiErrorException(FileErrors.Missing(Anchor)),
            (_, false) => throw new ApiErrorException(FileErrors.Missing(Seconds)),
            _ when anchor != "created_at" => throw new ApiErrorException(ApiErrors.InvalidValue(Anchor, anchor!, ["created_at"])),
            _ when !long.TryParse(text, CultureInfo.InvariantCulture, out var seconds)
                => throw new ApiErrorException(ApiErrors.InvalidType(Seconds, "an integer", "a string")),
            _ when long.Parse(text!, CultureInfo.InvariantCulture) is var seconds and (< MinSeconds or > MaxSeconds)
                => throw new ApiErrorException(ApiErrors.OutOfRange(
                    Seconds, "integer", seconds < MinSeconds, (seconds < MinSeconds ? MinSeconds : MaxSeconds).ToString(CultureInfo.InvariantCulture), text!)),
            _ => TimeSpan.FromSeconds(long.Parse(text!, CultureInfo.InvariantCulture)),
        };
    }

    /// <summary>At the upload only the name and the first line count; the rest is judged when a batch is made of it.</summary>
    private static bool IsJsonLines(string filename, ReadOnlySpan<byte> content)
    {
        if (!filename.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var text = content.StartsWith(Encoding.UTF8.Preamble) ? content[Encoding.UTF8.Preamble.Length..] : content;
        var end = text.IndexOf((byte)'\n');
        var line = new Utf8JsonReader(end < 0 ? text : text[..end]);
        try
        {
            return line.Read() && line.TokenType is JsonTokenType.StartObject && line.TrySkip();
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
