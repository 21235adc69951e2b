using System.Text.Encodings.Web;
using System.Text.Json;

namespace TypedLlm.Simulator;

/// <summary>The service writes text as UTF-8, not as escapes: clients must survive a character split over packets.</summary>
internal static class WireJson
{
    public static JsonWriterOptions WriterOptions { get; } = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };
}
