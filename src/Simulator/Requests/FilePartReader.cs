using System.Text.Json;

namespace TypedLlm.Simulator;

/// <summary>Reads a file in a message: uploaded before, sent along, or at an address.</summary>
internal sealed class FilePartReader(FileStore files)
{
    private static readonly string[] Details = ["auto", "low", "high"];

    public InputAttachment Read(JsonElement part, string path)
    {
        var (id, data, filename, url, detail) = ((string?)null, (string?)null, (string?)null, (string?)null, (string?)null);
        foreach (var property in part.EnumerateObject())
        {
            var name = $"{path}.{property.Name}";
            switch (property.Name)
            {
                case "file_id":
                    id = FieldReader.String(property.Value, name);
                    break;
                case "file_data":
                    data = FieldReader.String(property.Value, name);
                    break;
                case "filename":
                    filename = FieldReader.String(property.Value, name);
                    break;
                case "file_url":
                    url = FieldReader.String(property.Value, name);
                    break;
                case "detail":
                    detail = FieldReader.OneOf(property.Value, name, Details);
                    break;
                case "type" or "prompt_cache_breakpoint":
                    break;
                default:
                    throw new ApiErrorException(ApiErrors.UnknownParameter(name));
            }
        }

        return new InputAttachment(InputAttachment.File, path, (id, data, url) switch
        {
            ({ } given, null, null) => OfUploaded(given, detail, $"{path}.file_id"),
            (null, { } given, null) => OfData(given, filename, detail, path),
            (null, null, { } given) => OfAddress(given, detail, $"{path}.file_url"),
            (null, null, null) => throw new ApiErrorException(ApiErrors.MissingParameter($"{path}.file_id")),
            _ => throw new ApiErrorException(ApiErrors.OnlyOneOf(path, ["file_id", "file_data", "file_url"])),
        });
    }

    /// <summary>What a file counts that was uploaded before.</summary>
    public int OfUploaded(string id, string? detail, string path) => files.Find(id) is { } file
        ? AttachmentTokens.OfFile(file.Content.Span, detail)
        : throw new ApiErrorException(FileErrors.NoSuchFile(id) with { Param = path, HasDetail = false });

    private static int OfData(string data, string? filename, string? detail, string path)
    {
        var file = FileData.Read(data, $"{path}.file_data", FileData.AnyFile);
        return filename is { Length: > 0 }
            ? AttachmentTokens.OfFile(file.Content, detail)
            : throw new ApiErrorException(ApiErrors.MissingParameter($"{path}.filename"));
    }

    private static int OfAddress(string url, string? detail, string path) => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
        ? AttachmentTokens.OfUnseenFile(detail)
        : throw new ApiErrorException(ApiErrors.InvalidUrl(path));
}
