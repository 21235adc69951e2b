using System.Text.Json;
using TypedLlm.CompilerServices;
using TypedLlm.Tool.Cli;

namespace TypedLlm.Tool.Descriptors;

/// <summary>Reads the JSON of a descriptor.</summary>
internal static class DescriptorReader
{
    private const int Version = 2;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 16 };

    // Deeper than any schema that the service takes: what is too deep is the compiler's to report.
    private static readonly JsonDocumentOptions FormatOptions = new() { MaxDepth = 1024 };

    /// <param name="json">The argument of the attribute.</param>
    /// <param name="formats">What the assembly says of its answers, by the name of the format.</param>
    /// <param name="assembly">Where it stands, for messages.</param>
    /// <exception cref="ToolException">It is of another version, or no descriptor at all.</exception>
    public static EndpointDescriptor Read(string json, IReadOnlyDictionary<string, string> formats, string assembly)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Options);
            var root = document.RootElement;
            if (root.GetProperty("version").GetInt32() is var version && version != Version)
            {
                throw new ToolException(
                    $"{assembly} was built by a release of TypedLlm whose descriptors have version {version}; this tool reads {Version}. Use the tool of the same release.");
            }

            var name = Text(root, "endpoint");
            return new EndpointDescriptor(name, Text(root, "client"), [.. root.GetProperty("methods").EnumerateArray().Select(method => ReadMethod(method, name, formats))]);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new ToolException($"{assembly} holds a descriptor that cannot be read ({exception.Message}); build it anew.", exception);
        }
    }

    private static MethodDescriptor ReadMethod(JsonElement json, string endpoint, IReadOnlyDictionary<string, string> formats) => new()
    {
        Method = ReadConstants(json, endpoint),
        Returns = Enum.Parse<ReturnKind>(Text(json, "returns"), ignoreCase: true),
        Answer = json.TryGetProperty("answer", out var answer) ? ReadAnswer(answer, formats) : null,
        NoFallback = TextOrNull(json, "noFallback"),
        Workload = TextOrNull(json, "workload"),
        Parameters = [.. Items(json, "parameters").Select(static parameter =>
            new ParameterDescriptor(Text(parameter, "name"), Text(parameter, "type"), Text(parameter, "role")))],
        Instructions = [.. Items(json, "instructions").Select(ReadPart)],
        Prompt = [.. Items(json, "prompt").Select(ReadPart)],
    };

    private static AnswerDescriptor ReadAnswer(JsonElement json, IReadOnlyDictionary<string, string> formats)
    {
        var format = formats[Text(json, "format")];
        using var document = JsonDocument.Parse(format, FormatOptions);
        return new AnswerDescriptor(Text(json, "type"), Text(document.RootElement, "name"), document.RootElement.GetProperty("schema").GetRawText(), format);
    }

    private static EndpointMethod ReadConstants(JsonElement json, string endpoint)
    {
        var unset = new EndpointMethod { Endpoint = endpoint, Name = Text(json, "name"), Assembly = typeof(DescriptorReader).Assembly, Chain = [] };
        return new EndpointMethod
        {
            Endpoint = unset.Endpoint,
            Name = unset.Name,

            // Nothing of the user is loaded; the tool finds catalogs by the file that it read this from.
            Assembly = unset.Assembly,
            Chain = [.. Items(json, "chain").Select(static name => name.GetString() ?? "")],
            Typed = json.TryGetProperty("answer", out _),
            Stream = json.TryGetProperty("stream", out var stream) ? stream.GetBoolean() : unset.Stream,
            Effort = Member<Effort>(json, "effort"),
            Temperature = json.TryGetProperty("temperature", out var temperature) ? temperature.GetDouble() : null,
            MaxOutputTokens = Number(json, "maxOutputTokens"),
            ServiceTier = Member<ServiceTier>(json, "serviceTier"),
            Store = json.TryGetProperty("store", out var store) && store.GetBoolean(),
            TimeoutMs = Number(json, "timeoutMs"),
            FirstContentTimeoutMs = Number(json, "firstContentTimeoutMs"),
            IdleTimeoutMs = Number(json, "idleTimeoutMs"),
            OnInterrupted = Member<InterruptedStream>(json, "onInterrupted") ?? unset.OnInterrupted,
            MaxAttempts = Number(json, "maxAttempts") ?? unset.MaxAttempts,
            MaxFallbackPriceRatio = json.TryGetProperty("maxFallbackPriceRatio", out var ratio) ? ratio.GetDouble() : null,
        };
    }

    private static PromptPart ReadPart(JsonElement json) => json.ValueKind == JsonValueKind.String
        ? new PromptPart(PromptPartKind.Literal, json.GetString()!)
        : json.TryGetProperty("untrusted", out var untrusted)
        ? new PromptPart(PromptPartKind.Untrusted, untrusted.GetString()!, TextOrNull(json, "format"))
        : new PromptPart(PromptPartKind.Value, Text(json, "value"), TextOrNull(json, "format"));

    private static JsonElement.ArrayEnumerator Items(JsonElement json, string name) =>
        json.TryGetProperty(name, out var items) ? items.EnumerateArray() : default;

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString() ?? "";

    private static string? TextOrNull(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static int? Number(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetInt32() : null;

    private static T? Member<T>(JsonElement json, string name)
        where T : struct, Enum => TextOrNull(json, name) is { } member ? Enum.Parse<T>(member) : null;
}
