using System.Text.Json;

namespace TypedLlm.Simulator;

/// <summary>Writes the Batch object as it is at a moment.</summary>
internal static class BatchWriter
{
    public static void Write(Utf8JsonWriter json, BatchView view)
    {
        var (batch, times, status, tally) = (view.Batch, view.Batch.Times, view.Status, view.Tally);
        json.WriteStartObject();
        json.WriteString("id", batch.Id);
        json.WriteString("object", "batch");
        json.WriteString("endpoint", batch.Request.Endpoint);
        json.WriteString("model", view.IsValidated ? batch.Model?.Echo : null);
        WriteErrors(json, status is BatchStatus.Failed ? batch.Errors : []);
        json.WriteString("input_file_id", batch.Request.InputFileId);
        json.WriteString("completion_window", "24h");
        json.WriteString("status", status.Word);
        json.WriteString("output_file_id", view.Outcome?.OutputFileId);
        json.WriteString("error_file_id", view.Outcome?.ErrorFileId);
        json.WriteTime("created_at", times.CreatedAt);
        json.WriteTime("in_progress_at", view.IsValidated ? times.ValidatedAt : null);
        json.WriteTime("expires_at", times.ExpiresAt);
        json.WriteTime("finalizing_at", view.RanToEnd ? times.RunEndsAt : null);
        json.WriteTime("completed_at", status is BatchStatus.Completed ? times.CompletesAt : null);
        json.WriteTime("failed_at", status is BatchStatus.Failed ? times.ValidatedAt : null);
        json.WriteTime("expired_at", status is BatchStatus.Expired ? times.ExpiredAt : null);
        json.WriteTime("cancelling_at", view.CancellingAt);
        json.WriteTime("cancelled_at", status is BatchStatus.Cancelled ? view.CancelledAt : null);
        json.WriteStartObject("request_counts");
        json.WriteNumber("total", view.IsValidated ? batch.Total : 0);
        json.WriteNumber("completed", tally.Completed);
        json.WriteNumber("failed", tally.Failed);
        json.WriteEndObject();
        WriteUsage(json, view.Outcome?.Tally);
        json.WriteStartObject("metadata");
        foreach (var (key, value) in batch.Request.Metadata)
        {
            json.WriteString(key, value);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteErrors(Utf8JsonWriter json, IReadOnlyList<BatchError> errors)
    {
        if (errors.Count == 0)
        {
            json.WriteNull("errors");
            return;
        }

        json.WriteStartObject("errors");
        json.WriteString("object", "list");
        json.WriteStartArray("data");
        foreach (var error in errors)
        {
            json.WriteStartObject();
            json.WriteString("code", error.Code);
            json.WriteString("message", error.Message);
            json.WriteString("param", error.Param);
            json.WriteNumberOrNull("line", error.Line);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteUsage(Utf8JsonWriter json, BatchTally? tally)
    {
        var (input, output) = (tally?.InputTokens ?? 0, tally?.OutputTokens ?? 0);
        json.WriteStartObject("usage");
        json.WriteNumber("input_tokens", input);
        json.WriteStartObject("input_tokens_details");
        json.WriteNumber("cached_tokens", 0);
        json.WriteEndObject();
        json.WriteNumber("output_tokens", output);
        json.WriteStartObject("output_tokens_details");
        json.WriteNumber("reasoning_tokens", tally?.ReasoningTokens ?? 0);
        json.WriteEndObject();
        json.WriteNumber("total_tokens", input + output);
        json.WriteEndObject();
    }
}
