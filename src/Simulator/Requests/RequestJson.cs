using System.Text.Json;

namespace TypedLlm.Simulator;

/// <summary>Opens the body of a request, which must be a JSON object.</summary>
internal static class RequestJson
{
    /// <exception cref="ApiErrorException">The body is no JSON object, or <paramref name="read"/> refuses it.</exception>
    public static T Read<T>(ReadOnlyMemory<byte> body, Func<JsonElement, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind is JsonValueKind.Object
                ? read(document.RootElement)
                : throw new ApiErrorException(ApiErrors.MalformedJson());
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            // JSON whose texts are no Unicode, such as half of a surrogate pair, can be parsed but not read.
            throw new ApiErrorException(ApiErrors.MalformedJson());
        }
    }
}
