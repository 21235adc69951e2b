using System.Text.Json;

namespace TypedLlm.Simulator;

/// <summary>What the log and the scripts want to know of a body, whether or not it is valid.</summary>
internal sealed record RequestPeek(string? Model, bool IsStream)
{
    public static RequestPeek At(byte[] body)
    {
        string? model = null;
        var isStream = false;
        var json = new Utf8JsonReader(body);
        try
        {
            json.Read();
            while (json.Read() && json.TokenType is JsonTokenType.PropertyName)
            {
                var (isModel, isStreamFlag) = (json.ValueTextEquals("model"u8), json.ValueTextEquals("stream"u8));
                json.Read();
                model = isModel && json.TokenType is JsonTokenType.String ? json.GetString() : model;
                isStream = isStreamFlag ? json.TokenType is JsonTokenType.True : isStream;
                json.Skip();
            }
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            // The body is not JSON, or a text in it no Unicode: what was seen so far is all there is, and the service will say so.
        }

        return new RequestPeek(model, isStream);
    }
}
