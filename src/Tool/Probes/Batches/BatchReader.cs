using System.Text.Json;
using TypedLlm.Resilience;
using TypedLlm.Tool.Service;
using TypedLlm.Transports;

namespace TypedLlm.Tool.Probes;

/// <summary>Finds the outcome of a batch of one line: in the batch itself, or in one of the files that it wrote.</summary>
internal sealed class BatchReader(ProbeContext context, RunningBatch batch)
{
    /// <summary>Reads a batch that may have ended.</summary>
    /// <exception cref="NotLearnedException">It cannot be read.</exception>
    public async Task<BatchOutcome> ReadAsync(JsonElement? json)
    {
        var status = json.Text("status");
        switch (status)
        {
            case "validating" or "in_progress" or "finalizing" or "cancelling":
                return BatchOutcome.Running;
            case "failed" or "completed" or "expired" or "cancelled":
                break;
            default:
                throw new NotLearnedException($"the batch has a status that is not known ({ServiceWord.OrNull(status) ?? "none"})");
        }

        context.Created.Forget(new CreatedResource(ResourceKind.Batch, batch.Id));
        context.Created.AddFiles(json);
        return status == "failed" ? OfValidation(json) : await OfFilesAsync(json, status);
    }

    private static BatchOutcome OfValidation(JsonElement? json)
    {
        var errors = json.Member("errors").Items("data").Select(FactsOf).ToArray();
        if (errors.Select(BatchRefusals.OfValidation).FirstOrDefault(static refusal => refusal is not null) is { } refused)
        {
            return refused;
        }

        var code = ServiceWord.OrNull(errors.Select(static error => error.Code).FirstOrDefault(static code => code is not null));
        return new BatchOutcome(ProbeVerdict.NotLearned, code == "token_limit_exceeded"
            ? "the account's queue for batches is full (token_limit_exceeded); try again when others have ended"
            : $"the batch failed when it was validated ({code ?? "without a code"})");
    }

    private async Task<BatchOutcome> OfFilesAsync(JsonElement? json, string status)
    {
        NotLearnedException? unread = null;
        foreach (var member in (string[])["output_file_id", "error_file_id"])
        {
            JsonElement? line = null;
            try
            {
                line = json.Text(member) is { Length: > 0 } file ? await LineAsync(file) : null;
            }
            catch (NotLearnedException exception)
            {
                // The other file may still hold the line.
                unread ??= exception;
            }

            if (line is not null)
            {
                return OfLine(line);
            }
        }

        return unread is not null ? throw unread : new BatchOutcome(ProbeVerdict.NotLearned, $"the batch ended as {status} and no file of it holds the line");
    }

    /// <summary>The line with our id; null if the file does not hold it. There may be others: duplicates, or lines without an id.</summary>
    private async Task<JsonElement?> LineAsync(string file)
    {
        var path = $"{new CreatedResource(ResourceKind.File, file).Path}/content";
        var reply = await context.Session.SendAsync(ServiceCall.Look(path));
        if (!reply.IsSuccess)
        {
            throw new NotLearnedException($"the batch has ended, and its file cannot be read ({FailureWords.Why(reply)})");
        }

        for (var rest = reply.Body.AsMemory(); rest.Length > 0;)
        {
            var end = rest.Span.IndexOf((byte)'\n');
            var line = JsonElements.Parse(end < 0 ? rest : rest[..end]);
            if (line.Text("custom_id") == BatchCalls.CustomId)
            {
                return line;
            }

            rest = end < 0 ? default : rest[(end + 1)..];
        }

        return null;
    }

    private BatchOutcome OfLine(JsonElement? line)
    {
        if (line.Member("error") is { } lineError)
        {
            return NotLearned(FactsOf(lineError), "the line was not run");
        }

        var response = line.Member("response");
        var status = (int)(response.Number("status_code") ?? 0);
        var body = response.Member("body");
        var error = FactsOf(body.Member("error"));
        if (status is < 200 or > 299)
        {
            return BatchRefusals.OfLine(status, error) ?? NotLearned(error, $"the line was answered with {status}", status);
        }

        var bytes = body is { } read ? JsonSerializer.SerializeToUtf8Bytes(read) : [];
        var answer = ProbeAnswer.Read(batch.Endpoint, bytes) ?? throw new NotLearnedException("the line holds no answer");
        context.Take(answer, isBatch: true);
        return new BatchOutcome(ProbeVerdict.Works, "the line was answered");
    }

    private BatchOutcome NotLearned(ErrorFacts error, string what, int? status = null)
    {
        context.Session.Judge(new Failure(status is null ? FailureSource.InBand : FailureSource.Status)
        {
            Status = status,
            Code = error.Code,
            Type = error.Type,
            Param = error.Param,
            Message = error.Message,
        });
        return new BatchOutcome(ProbeVerdict.NotLearned, $"{what} ({ServiceWord.OrNull(error.Code ?? error.Type) ?? "without a code"})");
    }

    private static ErrorFacts FactsOf(JsonElement? error) =>
        new(error.Text("code"), error.Text("type"), error.Text("param"), error.Text("message"));
}
