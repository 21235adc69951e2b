using System.Text.Json;

namespace TypedLlm.Simulator;

/// <summary>Writes the Batch object as it is at a moment.</summary>
internal static class BatchWriter
{
    public static void Write(Utf8JsonWriter json, SimulatedBatch batch, DateTimeOffset now)
    {
        var (times, status) = (batch.Times, batch.StatusAt(now));
        var isValidated = now >= times.ValidatedAt && batch.Input.Errors.Count == 0 && (batch.CancellingAt is null || batch.CancellingAt >= times.ValidatedAt);
        var ranToEnd = isValidated && !times.Expires && now >= times.RunEndsAt && (batch.CancellingAt is null || batch.CancellingAt >= times.RunEndsAt);
        var done = isValidated ? batch.DoneAt(now) : [];
        json.WriteStartObject();
        json.WriteString("id", batch.Id);
        json.WriteString("object", "batch");
        json.WriteString("endpoint", batch.Request.Endpoint);
        json.WriteString("model", isValidated ? batch.Input.Lines[0].Model.Echo : null);
        WriteErrors(json, status is BatchStatus.Failed ? batch.Input.Errors : []);
        json.WriteString("input_file_id", batch.Request.InputFileId);
        json.WriteString("completion_window", "24h");
        json.WriteString("status", status.Word);
        json.WriteString("output_file_id", batch.OutputFileId);
        json.WriteString("error_file_id", batch.ErrorFileId);
        json.WriteTime("created_at", times.CreatedAt);
        json.WriteTime("in_progress_at", isValidated ? times.ValidatedAt : null);
        json.WriteTime("expires_at", times.ExpiresAt);
        json.WriteTime("finalizing_at", ranToEnd ? times.RunEndsAt : null);
        json.WriteTime("completed_at", status is BatchStatus.Completed ? times.CompletesAt : null);
        json.WriteTime("failed_at", status is BatchStatus.Failed ? times.ValidatedAt : null);
        json.WriteTime("expired_at", status is BatchStatus.Expired ? times.ExpiredAt : null);
        json.WriteTime("cancelling_at", batch.CancellingAt);
        json.WriteTime("cancelled_at", status is BatchStatus.Cancelled ? batch.CancelledAt : null);
        json.WriteStartObject("request_counts");
        json.WriteNumber("total", isValidated ? batch.Input.Lines.Count : 0);
        json.WriteNumber("completed", done.Count(line => line.Result.IsCompleted));
        json.WriteNumber("failed", done.Count(line => !line.Result.IsCompleted));
        json.WriteEndObject();
        WriteUsage(json, status.HasEnded ? [.. done.Select(line => line.Result.Answer).OfType<Answer>()] : []);
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

    private static void WriteUsage(Utf8JsonWriter json, IReadOnlyList<Answer> answers)
    {
        var (input, output) = (answers.Sum(answer => answer.InputTokens), answers.Sum(answer => answer.OutputTokens));
        json.WriteStartObject("usage");
        json.WriteNumber("input_tokens", input);
        json.WriteStartObject("input_tokens_details");
        json.WriteNumber("cached_tokens", 0);
        json.WriteEndObject();
        json.WriteNumber("output_tokens", output);
        json.WriteStartObject("output_tokens_details");
        json.WriteNumber("reasoning_tokens", answers.Sum(answer => answer.ReasoningTokens));
        json.WriteEndObject();
        json.WriteNumber("total_tokens", input + output);
        json.WriteEndObject();
    }
}
