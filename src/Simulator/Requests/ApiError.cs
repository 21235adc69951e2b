using System.Buffers;
using System.Text;
using System.Text.Json;

namespace TypedLlm.Simulator;

/// <summary>An error as the service reports it.</summary>
internal sealed record ApiError(int Status, string Message)
{
    public string Type { get; init; } = "invalid_request_error";

    public string? Param { get; init; }

    public string? Code { get; init; }

    public string ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, WireJson.WriterOptions))
        {
            json.WriteStartObject();
            json.WriteStartObject("error");
            json.WriteString("message", Message);
            json.WriteString("type", Type);
            json.WriteString("param", Param);
            json.WriteString("code", Code);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
