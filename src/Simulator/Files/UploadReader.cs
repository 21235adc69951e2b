using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace TypedLlm.Simulator;

/// <summary>Takes a multipart body apart.</summary>
internal static class UploadReader
{
    private const string FormType = "multipart/form-data";

    /// <summary>As RFC 2046 has it, with room for quotes.</summary>
    private const int MaxBoundary = 72;

    /// <exception cref="ApiErrorException">The body is no form.</exception>
    public static async Task<Upload> ReadAsync(string? contentType, byte[] body, CancellationToken closed)
    {
        if (!MediaTypeHeaderValue.TryParse(contentType, out var type)
            || !type.MediaType.Equals(FormType, StringComparison.OrdinalIgnoreCase)
            || type.Boundary.Length > MaxBoundary
            || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 } boundary)
        {
            throw new ApiErrorException(ApiErrors.ContentType(contentType, FormType));
        }

        try
        {
            return await ReadPartsAsync(new MultipartReader(boundary.ToString(), new MemoryStream(body)), closed);
        }
        catch (Exception malformed) when (malformed is IOException or InvalidDataException)
        {
            throw new ApiErrorException(new ApiError(400, "We could not parse the multipart form of your request."));
        }
    }

    private static async Task<Upload> ReadPartsAsync(MultipartReader reader, CancellationToken closed)
    {
        var upload = new Upload(null, null, new Dictionary<string, string>());
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        while (await reader.ReadNextSectionAsync(closed) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition))
            {
                continue;
            }

            using var content = new MemoryStream();
            await section.Body.CopyToAsync(content, closed);
            var name = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
            if (name == "file")
            {
                var filename = disposition.FileNameStar.HasValue ? disposition.FileNameStar : HeaderUtilities.RemoveQuotes(disposition.FileName);
                upload = upload with { Filename = filename.ToString(), Content = content.ToArray() };
            }
            else
            {
                fields[name] = Encoding.UTF8.GetString(content.ToArray());
            }
        }

        return upload with { Fields = fields };
    }
}
