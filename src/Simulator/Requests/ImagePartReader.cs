using System.Text.Json;

namespace TypedLlm.Simulator;

/// <summary>Reads an image in a message: uploaded before, sent along, or at an address.</summary>
internal sealed class ImagePartReader(FileStore files)
{
    private static readonly string[] Details = ["low", "high", "auto", "original"];

    public InputAttachment Read(JsonElement part, string path)
    {
        var (id, url, detail) = ((string?)null, (string?)null, (string?)null);
        foreach (var property in part.EnumerateObject())
        {
            var name = $"{path}.{property.Name}";
            switch (property.Name)
            {
                case "file_id":
                    id = FieldReader.String(property.Value, name);
                    break;
                case "image_url":
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

        CheckSource(id, url, path);
        return new InputAttachment(InputAttachment.Image, path, AttachmentTokens.OfImage(detail));
    }

    /// <exception cref="ApiErrorException">It is no address on the web.</exception>
    public static void CheckAddress(string url, string path)
    {
        if (!(Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
        {
            throw new ApiErrorException(ApiErrors.InvalidUrl(path));
        }
    }

    private void CheckSource(string? id, string? url, string path)
    {
        switch (id, url)
        {
            case (null, null):
                throw new ApiErrorException(ApiErrors.MissingParameter($"{path}.image_url"));
            case ({ }, { }):
                throw new ApiErrorException(ApiErrors.OnlyOneOf(path, ["image_url", "file_id"]));
            case ({ }, null) when files.Find(id) is null:
                throw new ApiErrorException(FileErrors.NoSuchFile(id) with { Param = $"{path}.file_id", HasDetail = false });
            case (null, { }):
                CheckUrl(url, $"{path}.image_url");
                break;
        }
    }

    private static void CheckUrl(string url, string path)
    {
        if (!DataUrl.IsDataUrl(url))
        {
            CheckAddress(url, path);
            return;
        }

        var data = DataUrl.Parse(url) ?? throw new ApiErrorException(ApiErrors.InvalidImageData(path, "an invalid base64-encoded value"));
        if (!data.IsImage)
        {
            throw new ApiErrorException(ApiErrors.InvalidImageData(path, $"unsupported MIME type '{data.MediaType}'"));
        }
    }
}
