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

    /// <summary>The files calls send the error a second time, beside itself, as <c>detail</c>.</summary>
    public bool HasDetail { get; init; }

    public string ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, WireJson.WriterOptions))
        {
            json.WriteStartObject();
            Write(json, "error");
            if (HasDetail)
            {
                Write(json, "detail");
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private void Write(Utf8JsonWriter json, string name)
    {
        json.WriteStartObject(name);
        json.WriteString("message", Message);
        json.WriteString("type", Type);
        json.WriteString("param", Param);
        json.WriteString("code", Code);
        json.WriteEndObject();
    }
}
