using System.Text.Json;

namespace TypedLlm.Simulator;

/// <summary>Writes what became of a batch's lines as the lines of its two files.</summary>
internal sealed class BatchFileWriter(SimulatedBatch batch, WireIds ids)
{
    /// <summary>The lines that were answered, in the order in which they were.</summary>
    public byte[] Output(DateTimeOffset now) => Join(batch.DoneAt(now).Where(done => done.Result.IsCompleted).SelectMany(done => Answered(done.Line, done.Result)));

    /// <summary>The lines that were refused and, if the batch has expired, those that nobody came to.</summary>
    public byte[] Errors(DateTimeOffset now, bool hasExpired)
    {
        var done = batch.DoneAt(now);
        var left = hasExpired ? batch.Input.Lines.Skip(done.Count) : [];
        return Join(done.Where(line => !line.Result.IsCompleted).SelectMany(line => Answered(line.Line, line.Result)).Concat(left.Select(Expired)));
    }

    private static byte[] Join(IEnumerable<byte[]> lines)
    {
        using var file = new MemoryStream();
        foreach (var line in lines)
        {
            file.Write(line);
            file.WriteByte((byte)'\n');
        }

        return file.ToArray();
    }

    private IEnumerable<byte[]> Answered(BatchLine line, BatchLineResult result)
    {
        var written = Line(line, json =>
        {
            json.WriteStartObject("response");
            json.WriteNumber("status_code", result.Status);
            json.WriteString("request_id", ids.Request($"{batch.Id}/{line.CustomId}"));
            json.WritePropertyName("body");
            json.WriteRawValue(result.Body);
            json.WriteEndObject();
            json.WriteNull("error");
        });
        return Enumerable.Repeat(written, batch.Script.RepeatedLines.Contains(line.CustomId) ? 2 : 1);
    }

    private byte[] Expired(BatchLine line) => Line(line, json =>
    {
        json.WriteNull("response");
        json.WriteStartObject("error");
        json.WriteString("code", "batch_expired");
        json.WriteString("message", "This request could not be executed before the completion window expired.");
        json.WriteEndObject();
    });

    private byte[] Line(BatchLine line, Action<Utf8JsonWriter> write) => WireJson.ToBytes(json =>
    {
        json.WriteStartObject();
        json.WriteString("id", ids.BatchRequest($"{batch.Id}/{line.CustomId}"));
        json.WriteString("custom_id", batch.Script.NamelessLines.Contains(line.CustomId) ? null : line.CustomId);
        write(json);
        json.WriteEndObject();
    });
}
