using System.Text.Json;

namespace TypedLlm.Simulator;

/// <summary>Writes the Response object, at any point of its life.</summary>
internal static class ResponseWriter
{
    public static void WriteFinished(Utf8JsonWriter json, Answer answer, DateTimeOffset now) => Write(json, answer, answer.Status, now);

    /// <param name="json">Where to write.</param>
    /// <param name="answer">The answer, which shows only when the response has ended.</param>
    /// <param name="status">Where the response stands.</param>
    /// <param name="endedAt">When it ended, if it has.</param>
    public static void Write(Utf8JsonWriter json, Answer answer, string status, DateTimeOffset? endedAt = null)
    {
        var finished = status == answer.Status;
        var request = answer.Request;
        json.WriteStartObject();
        json.WriteString("id", answer.ResponseId);
        json.WriteString("object", "response");
        json.WriteNumber("created_at", answer.CreatedAt.ToUnixTimeSeconds());
        json.WriteString("status", status);
        json.WriteBoolean("background", answer.Request.Background);
        if (answer.ExtraKeys)
        {
            json.WriteStartObject("billing");
            json.WriteString("payer", "developer");
            json.WriteEndObject();
        }

        json.WriteTime("completed_at", status == "completed" ? endedAt : null);
        WriteError(json, finished && answer.IsFailure ? answer.Ending : null);
        WriteIncompleteDetails(json, finished && answer.Ending is { Kind: EndingKind.Incomplete } ending ? ending : null);
        json.WriteString("instructions", request.Instructions);
        json.WriteNumberOrNull("max_output_tokens", request.MaxOutputTokens);
        json.WriteNull("max_tool_calls");
        json.WriteString("model", answer.Model);
        json.WriteStartArray("output");
        if (finished)
        {
            OutputItemWriter.WriteAll(json, answer);
        }

        json.WriteEndArray();
        json.WriteBoolean("parallel_tool_calls", request.ParallelToolCalls);
        json.WriteNull("previous_response_id");
        json.WriteString("prompt_cache_key", request.PromptCacheKey);
        json.WriteStartObject("reasoning");
        json.WriteString("effort", request.Effort);
        json.WriteString("summary", request.ReasoningSummary);
        json.WriteEndObject();
        json.WriteString("safety_identifier", request.SafetyIdentifier);

        // The tier that was asked is known from the start, the one that was given only at the end.
        json.WriteString("service_tier", finished ? answer.ServiceTier : request.ServiceTier);
        json.WriteBoolean("store", request.Store);
        json.WriteNumber("temperature", request.Temperature);
        json.WriteStartObject("text");
        WriteFormat(json, request.Format);
        json.WriteString("verbosity", request.Verbosity ?? "medium");
        json.WriteEndObject();
        json.WriteString("tool_choice", "auto");
        if (answer.ExtraKeys)
        {
            json.WriteStartObject("tool_usage");
            json.WriteStartObject("web_search");
            json.WriteNumber("num_requests", 0);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteStartArray("tools");
        foreach (var tool in request.Tools)
        {
            tool.WriteTo(json);
        }

        json.WriteEndArray();
        json.WriteNumber("top_logprobs", 0);
        json.WriteNumber("top_p", request.TopP);
        json.WriteString("truncation", request.Truncation);
        WriteUsage(json, answer, finished);
        json.WriteString("user", request.User);
        json.WriteStartObject("metadata");
        foreach (var (key, value) in request.Metadata)
        {
            json.WriteString(key, value);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteFormat(Utf8JsonWriter json, TextFormat format)
    {
        json.WriteStartObject("format");
        json.WriteString("type", format.Kind);
        if (format.Schema is { } schema)
        {
            json.WriteString("description", format.Description);
            json.WriteString("name", format.Name);
            json.WritePropertyName("schema");
            schema.WriteTo(json);
            json.WriteBoolean("strict", format.Strict);
        }

        json.WriteEndObject();
    }

    private static void WriteError(Utf8JsonWriter json, AnswerEnding? failure)
    {
        if (failure is null)
        {
            json.WriteNull("error");
            return;
        }

        json.WriteStartObject("error");
        json.WriteString("code", failure.Code);
        json.WriteString("message", failure.Message);
        json.WriteEndObject();
    }

    private static void WriteIncompleteDetails(Utf8JsonWriter json, AnswerEnding? ending)
    {
        if (ending is null)
        {
            json.WriteNull("incomplete_details");
            return;
        }

        json.WriteStartObject("incomplete_details");
        json.WriteString("reason", ending.Code);
        json.WriteEndObject();
    }

    private static void WriteUsage(Utf8JsonWriter json, Answer answer, bool finished)
    {
        if (!finished || answer.Usage is UsageShape.Null || answer.IsFailure)
        {
            json.WriteNull("usage");
            return;
        }

        var details = answer.Usage is UsageShape.Full;
        json.WriteStartObject("usage");
        json.WriteNumber("input_tokens", answer.InputTokens);
        if (details)
        {
            json.WriteStartObject("input_tokens_details");
            json.WriteNumber("cached_tokens", 0);
            json.WriteNumber("cache_write_tokens", 0);
            json.WriteEndObject();
        }

        json.WriteNumber("output_tokens", answer.OutputTokens);
        if (details)
        {
            json.WriteStartObject("output_tokens_details");
            json.WriteNumber("reasoning_tokens", answer.ReasoningTokens);
            json.WriteEndObject();
        }

        json.WriteNumber("total_tokens", answer.InputTokens + answer.OutputTokens);
        json.WriteEndObject();
    }
}
