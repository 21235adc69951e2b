using System.Text.Json;

namespace TypedLlm.Runtime.Tests.Streaming;

/// <summary>Answers of the real service, with what they contain.</summary>
internal static class Recordings
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Conformance");

    public static IReadOnlyList<JsonElement> Index { get; } =
        [.. JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, "recorded", "index.json"))).RootElement.EnumerateArray()];

    public static TheoryData<string> Files(string api) =>
        [.. Index.Where(entry => entry.GetProperty("expected").GetProperty("api").GetString() == api).Select(entry => entry.GetProperty("file").GetString()!)];

    public static JsonElement Entry(string file) => Index.Single(entry => entry.GetProperty("file").GetString() == file);

    public static JsonElement Expected(string file) => Entry(file).GetProperty("expected");

    public static byte[] Read(string file) => File.ReadAllBytes(Path.Combine(Folder, "recorded", file));

    public static JsonElement Document(string file) => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, file))).RootElement;

    public static LlmUsage? Usage(JsonElement expected)
    {
        var usage = expected.GetProperty("usage");
        return usage.ValueKind == JsonValueKind.Null
            ? null
            : new LlmUsage(usage.GetProperty("input").GetInt64(), usage.GetProperty("output").GetInt64())
            {
                CachedInputTokens = usage.GetProperty("cached").GetInt64(),
                ReasoningTokens = usage.GetProperty("reasoning").GetInt64(),
            };
    }
}
