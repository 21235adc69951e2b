using System.Text.Json;

namespace TypedLlm.Simulator;

/// <summary>Reads the files and images of a chat message, which have an object of their own in the part.</summary>
internal sealed class ChatPartReader(FileStore files)
{
    public const string File = "file";

    public const string Image = "image_url";

    private static readonly string[] Details = ["auto", "low", "high"];

    private readonly FilePartReader _files = new(files);

    /// <summary>A file; a pair of data and name that is not complete is not seen, as the service does not see it.</summary>
    public InputAttachment ReadFile(JsonElement part, string path)
    {
        var name = $"{path}.{File}";
        var file = Content(part, File, name);
        var id = Text(file, "file_id", name);
        var tokens = id is not null
            ? _files.OfUploaded(id, detail: null, $"{name}.file_id")
            : Text(file, "file_data", name) is { } data && Text(file, "filename", name) is { Length: > 0 }
                ? AttachmentTokens.OfFile(FileData.Read(data, $"{name}.file_data", FileData.Pdf).Content, detail: null)
                : throw new ApiErrorException(ApiErrors.MissingParameter($"{name}.file_id"));
        return new InputAttachment(File, path, tokens);
    }

    public static InputAttachment ReadImage(JsonElement part, string path)
    {
        var name = $"{path}.{Image}";
        var image = Content(part, Image, name);
        var url = Text(image, "url", name) ?? throw new ApiErrorException(ApiErrors.MissingParameter($"{name}.url"));
        if (!DataUrl.IsDataUrl(url))
        {
            ImagePartReader.CheckAddress(url, $"{name}.url");
        }
        else if (DataUrl.Parse(url) is not { } data || !data.IsImage)
        {
            throw new ApiErrorException(ChatErrors.NoImage());
        }

        var detail = image.TryGetProperty("detail", out var given) ? FieldReader.OneOf(given, $"{name}.detail", Details) : null;
        return new InputAttachment(InputAttachment.Image, path, AttachmentTokens.OfImage(detail));
    }

    private static JsonElement Content(JsonElement part, string key, string path) => part.TryGetProperty(key, out var content)
        ? content.ValueKind is JsonValueKind.Object ? content : throw FieldReader.WrongType(content, path, "an object")
        : throw new ApiErrorException(ApiErrors.MissingParameter(path));

    private static string? Text(JsonElement content, string key, string path) =>
        content.TryGetProperty(key, out var value) ? FieldReader.String(value, $"{path}.{key}") : null;
}
