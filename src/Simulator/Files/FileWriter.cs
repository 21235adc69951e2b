using System.Text.Json;

namespace TypedLlm.Simulator;

/// <summary>Writes the File object.</summary>
internal static class FileWriter
{
    public static void Write(Utf8JsonWriter json, StoredFile file)
    {
        json.WriteStartObject();
        json.WriteString("object", "file");
        json.WriteString("id", file.Id);
        json.WriteString("purpose", file.Purpose);
        json.WriteString("filename", file.Filename);
        json.WriteNumber("bytes", file.Bytes);
        json.WriteNumber("created_at", file.CreatedAt.ToUnixTimeSeconds());
        json.WriteTime("expires_at", file.ExpiresAt);
        json.WriteString("status", file.Outcome.Status);
        json.WriteString("status_details", file.Outcome.Details);
        json.WriteEndObject();
    }
}
