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
            JsonText.Check(body.Span);
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind is JsonValueKind.Object
                ? read(document.RootElement)
                : throw new ApiErrorException(ApiErrors.MalformedJson());
        }
        catch (JsonException)
        {
            throw new ApiErrorException(ApiErrors.MalformedJson());
        }
    }
}
