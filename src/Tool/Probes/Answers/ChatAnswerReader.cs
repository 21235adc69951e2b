using System.Text.Json;
using TypedLlm.Tool.Service;

namespace TypedLlm.Tool.Probes;

/// <summary>Reads answers of Chat Completions, whole or as the chunks of a stream.</summary>
internal static class ChatAnswerReader
{
    /// <summary>Reads a whole completion; null if it is none.</summary>
    public static ProbeAnswer? Read(ReadOnlyMemory<byte> body)
    {
        if (Parse(body) is not { } json || FinishOf(json) is not { } finish)
        {
            return null;
        }

        var message = Choice(json).Member("message");
        return Of(finish) with
        {
            Text = message.Text("content") ?? "",
            IsRefusal = message.Text("refusal") is { Length: > 0 },
            Usage = UsageOf(json),
            Tier = ((JsonElement?)json).Text("service_tier"),
        };
    }

    public static ProbeAnswer Of(string finish) => new()
    {
        IsCut = finish == "length",
        Problem = finish is "stop" or "length" or "tool_calls" ? null : $"the answer ended as {ServiceWord.OrNull(finish) ?? "nothing known"}",
    };

    public static string? FinishOf(JsonElement? json) => Choice(json).Text("finish_reason");

    public static LlmUsage? UsageOf(JsonElement? json)
    {
        var usage = json.Member("usage");
        return usage.Number("prompt_tokens") is { } input && usage.Number("completion_tokens") is { } output
            ? new LlmUsage(input, output)
            {
                CachedInputTokens = usage.Member("prompt_tokens_details").Number("cached_tokens") ?? 0,
                CacheWriteTokens = usage.Member("prompt_tokens_details").Number("cache_write_tokens") ?? 0,
                ReasoningTokens = usage.Member("completion_tokens_details").Number("reasoning_tokens") ?? 0,
            }
            : null;
    }

    public static JsonElement? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonElement? Choice(JsonElement? json) => json.Items("choices").FirstOrDefault();
}
