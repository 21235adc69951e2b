using System.Text.Json;

namespace TypedLlm.Simulator;

/// <summary>Writes the chat.completion object.</summary>
internal static class ChatWriter
{
    public static void Write(Utf8JsonWriter json, Answer answer)
    {
        json.WriteStartObject();
        WriteHead(json, answer, "chat.completion");
        json.WriteStartArray("choices");
        json.WriteStartObject();
        json.WriteNumber("index", 0);
        json.WriteStartObject("message");
        json.WriteString("role", "assistant");
        json.WriteString("content", answer.IsRefusal ? null : answer.Text);
        json.WriteString("refusal", answer.IsRefusal ? answer.Text : null);
        json.WriteStartArray("annotations");
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteNull("logprobs");
        json.WriteString("finish_reason", FinishReason(answer));
        json.WriteEndObject();
        json.WriteEndArray();
        WriteUsage(json, answer);
        WriteTail(json, answer);
        json.WriteEndObject();
    }

    public static void WriteHead(Utf8JsonWriter json, Answer answer, string type)
    {
        json.WriteString("id", answer.ResponseId);
        json.WriteString("object", type);
        json.WriteNumber("created", answer.CreatedAt.ToUnixTimeSeconds());
        json.WriteString("model", answer.Model);
    }

    public static void WriteTail(Utf8JsonWriter json, Answer answer)
    {
        json.WriteString("service_tier", answer.ServiceTier);
        json.WriteString("system_fingerprint", $"fp_{answer.ResponseId[^10..]}");
    }

    public static string FinishReason(Answer answer) => answer.Ending switch
    {
        null => "stop",
        { Code: "content_filter" } => "content_filter",
        _ => "length",
    };

    public static void WriteUsage(Utf8JsonWriter json, Answer answer)
    {
        if (answer.Usage is UsageShape.Null)
        {
            json.WriteNull("usage");
            return;
        }

        json.WriteStartObject("usage");
        json.WriteNumber("prompt_tokens", answer.InputTokens);
        json.WriteNumber("completion_tokens", answer.OutputTokens);
        json.WriteNumber("total_tokens", answer.InputTokens + answer.OutputTokens);
        if (answer.Usage is UsageShape.Full)
        {
            json.WriteStartObject("prompt_tokens_details");
            json.WriteNumber("cached_tokens", 0);
            json.WriteNumber("cache_write_tokens", 0);
            json.WriteNumber("audio_tokens", 0);
            json.WriteEndObject();
            json.WriteStartObject("completion_tokens_details");
            json.WriteNumber("reasoning_tokens", answer.ReasoningTokens);
            json.WriteNumber("audio_tokens", 0);
            json.WriteNumber("accepted_prediction_tokens", 0);
            json.WriteNumber("rejected_prediction_tokens", 0);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
