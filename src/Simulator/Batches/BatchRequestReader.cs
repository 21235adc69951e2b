using System.Text.Json;

namespace TypedLlm.Simulator;

/// <summary>Reads the body of <c>POST /v1/batches</c> and refuses what the service refuses at once.</summary>
internal static class BatchRequestReader
{
    private static readonly string[] Required = ["input_file_id", "endpoint", "completion_window"];
    private static readonly string[] Windows = ["24h"];

    private static readonly string[] Endpoints =
    [
        BatchRequest.Responses, BatchRequest.Chat, "/v1/embeddings", "/v1/completions", "/v1/moderations",
        "/v1/images/generations", "/v1/images/edits", "/v1/videos",
    ];

    /// <exception cref="ApiErrorException">The service would refuse the request.</exception>
    public static BatchRequest Read(ReadOnlyMemory<byte> body) => RequestJson.Read(body, Read);

    private static BatchRequest Read(JsonElement root)
    {
        foreach (var name in Required)
        {
            if (!root.TryGetProperty(name, out var value) || value.ValueKind is JsonValueKind.Null)
            {
                throw new ApiErrorException(ApiErrors.MissingParameter(name));
            }
        }

        var request = new BatchRequest();
        foreach (var property in root.EnumerateObject())
        {
            request = ReadField(request, property.Name, property.Value);
        }

        return request.Endpoint is BatchRequest.Responses or BatchRequest.Chat
            ? request
            : throw new ApiErrorException(ApiErrors.NotSimulated("endpoint", $"batches of {request.Endpoint}"));
    }

    private static BatchRequest ReadField(BatchRequest request, string name, JsonElement value)
    {
        switch (name)
        {
            case "input_file_id":
                return request with { InputFileId = FieldReader.RequiredString(value, name) };
            case "endpoint":
                return request with { Endpoint = FieldReader.OneOf(value, name, Endpoints)! };
            case "completion_window":
                FieldReader.OneOf(value, name, Windows);
                return request;
            case "metadata":
                return request with { Metadata = MetadataReader.Read(value) };
            case "output_expires_after":
                return request with { OutputLifetime = ReadLifetime(value) ?? request.OutputLifetime };
            default:
                throw new ApiErrorException(ApiErrors.UnknownParameter(name));
        }
    }

    private static TimeSpan? ReadLifetime(JsonElement value)
    {
        const string Anchor = "output_expires_after.anchor";
        const string Seconds = "output_expires_after.seconds";
        var (anchor, seconds) = ((string?)null, (int?)null);
        foreach (var property in FieldReader.Object(value, "output_expires_after"))
        {
            switch ($"output_expires_after.{property.Name}")
            {
                case Anchor:
                    anchor = FieldReader.OneOf(property.Value, Anchor, ["created_at"]);
                    break;
                case Seconds:
                    seconds = FieldReader.Integer(property.Value, Seconds, UploadRules.MinSeconds, UploadRules.MaxSeconds);
                    break;
                case var unknown:
                    throw new ApiErrorException(ApiErrors.UnknownParameter(unknown));
            }
        }

        return value.ValueKind is JsonValueKind.Null ? null
            : anchor is null ? throw new ApiErrorException(ApiErrors.MissingParameter(Anchor))
            : seconds is { } given ? TimeSpan.FromSeconds(given)
            : throw new ApiErrorException(ApiErrors.MissingParameter(Seconds));
    }
}
