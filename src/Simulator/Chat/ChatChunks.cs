using System.Text.Json;

namespace TypedLlm.Simulator;

/// <summary>The chunks of a streamed completion in the service's order.</summary>
internal sealed class ChatChunks(Answer answer)
{
    private const string Type = "chat.completion.chunk";

    private readonly Obfuscation? _obfuscation = answer.Request.IncludeObfuscation ? new Obfuscation(answer.ResponseId) : null;

    public StreamEvent First() => Choice(
        json =>
        {
            json.WriteString("role", "assistant");
            json.WriteString("content", "");
            json.WriteNull("refusal");
        });

    /// <summary>What comes after the first chunk.</summary>
    public IEnumerable<StreamEvent> Rest()
    {
        foreach (var delta in answer.Deltas)
        {
            yield return Choice(json => json.WriteString(answer.IsRefusal ? "refusal" : "content", delta), hidden: delta) with { IsDelta = true };
        }

        if (answer.IsFailure)
        {
            yield return Error(answer.Ending!);
            yield break;
        }

        yield return Choice(static _ => { }, finishReason: ChatWriter.FinishReason(answer));
        if (answer.Request.IncludeUsage)
        {
            yield return Chunk(json =>
            {
                json.WriteStartArray("choices");
                json.WriteEndArray();
                ChatWriter.WriteUsage(json, answer);
            });
        }
    }

    private StreamEvent Choice(Action<Utf8JsonWriter> writeDelta, string hidden = "", string? finishReason = null) => Chunk(json =>
    {
        json.WriteStartArray("choices");
        json.WriteStartObject();
        json.WriteNumber("index", 0);
        json.WriteStartObject("delta");
        writeDelta(json);
        json.WriteEndObject();
        json.WriteNull("logprobs");
        json.WriteString("finish_reason", finishReason);
        json.WriteEndObject();
        json.WriteEndArray();
        if (answer.Request.IncludeUsage)
        {
            json.WriteNull("usage");
        }

        _obfuscation?.Write(json, hidden);
    });

    private StreamEvent Chunk(Action<Utf8JsonWriter> write) => new(Type, json =>
    {
        json.WriteStartObject();
        ChatWriter.WriteHead(json, answer, Type);
        ChatWriter.WriteTail(json, answer);
        write(json);
        json.WriteEndObject();
    });

    private static StreamEvent Error(AnswerEnding failure) => new("error", json =>
    {
        json.WriteStartObject();
        json.WriteStartObject("error");
        json.WriteString("message", failure.Message);
        json.WriteString("type", "server_error");
        json.WriteNull("param");
        json.WriteString("code", failure.Code);
        json.WriteEndObject();
        json.WriteEndObject();
    })
    { IsLast = true };
}
