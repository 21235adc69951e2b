using System.Text.Json;

namespace TypedLlm.Simulator;

/// <summary>Writes the items of a response's output.</summary>
internal static class OutputItemWriter
{
    public static void WriteAll(Utf8JsonWriter json, Answer answer)
    {
        if (answer.HasReasoning)
        {
            WriteReasoning(json, answer, finished: true);
        }

        if (answer.HasMessage)
        {
            if (answer.Function is { } function)
            {
                WriteCall(json, answer, function);
            }
            else
            {
                WriteMessage(json, answer, finished: true);
            }
        }
    }

    private static void WriteCall(Utf8JsonWriter json, Answer answer, string function)
    {
        json.WriteStartObject();
        json.WriteString("id", answer.MessageId);
        json.WriteString("type", "function_call");
        json.WriteString("status", answer.Ending is null ? "completed" : "incomplete");
        json.WriteString("arguments", answer.Text);
        json.WriteString("call_id", answer.CallId);
        json.WriteString("name", function);
        json.WriteEndObject();
    }

    public static void WriteReasoning(Utf8JsonWriter json, Answer answer, bool finished)
    {
        json.WriteStartObject();
        json.WriteString("id", answer.ReasoningId);
        json.WriteString("type", "reasoning");
        json.WriteStartArray("summary");
        if (finished && answer.ReasoningSummary is { } summary)
        {
            WriteSummaryPart(json, summary);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void WriteSummaryPart(Utf8JsonWriter json, string text)
    {
        json.WriteStartObject();
        json.WriteString("type", "summary_text");
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    public static void WriteMessage(Utf8JsonWriter json, Answer answer, bool finished)
    {
        json.WriteStartObject();
        json.WriteString("id", answer.MessageId);
        json.WriteString("type", "message");
        json.WriteString("status", !finished ? "in_progress" : answer.Ending is null ? "completed" : "incomplete");
        json.WriteStartArray("content");
        if (finished)
        {
            WriteContentPart(json, answer, answer.Text);
        }

        json.WriteEndArray();
        json.WriteString("role", "assistant");
        json.WriteEndObject();
    }

    public static void WriteContentPart(Utf8JsonWriter json, Answer answer, string text)
    {
        json.WriteStartObject();
        if (answer.IsRefusal)
        {
            json.WriteString("type", "refusal");
            json.WriteString("refusal", text);
        }
        else
        {
            json.WriteString("type", "output_text");
            json.WriteStartArray("annotations");
            json.WriteEndArray();
            json.WriteStartArray("logprobs");
            json.WriteEndArray();
            json.WriteString("text", text);
        }

        json.WriteEndObject();
    }
}
