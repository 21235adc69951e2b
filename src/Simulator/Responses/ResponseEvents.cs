using System.Text.Json;

namespace TypedLlm.Simulator;

/// <summary>The events of a streamed answer in the service's order.</summary>
internal sealed class ResponseEvents(Answer answer, Func<DateTimeOffset> end)
{
    private readonly Obfuscation? _obfuscation = answer.Request.IncludeObfuscation ? new Obfuscation(answer.ResponseId) : null;

    public StreamEvent InProgress => Lifecycle("response.in_progress", "in_progress");

    public IEnumerable<StreamEvent> All()
    {
        if (answer.Request.Background)
        {
            yield return Lifecycle("response.created", "queued");
            yield return Lifecycle("response.queued", "queued");
        }
        else
        {
            yield return Lifecycle("response.created", "in_progress");
        }

        yield return InProgress;
        var index = 0;
        if (answer.HasReasoning)
        {
            foreach (var reasoning in Reasoning(index++))
            {
                yield return reasoning;
            }
        }

        if (answer.HasMessage)
        {
            foreach (var message in Message(index))
            {
                yield return message;
            }
        }

        yield return Ending();
    }

    private IEnumerable<StreamEvent> Reasoning(int index)
    {
        yield return new("response.output_item.added", json => WriteItem(json, index, OutputItemWriter.WriteReasoning, finished: false));
        if (answer.ReasoningSummary is { } summary)
        {
            yield return new("response.reasoning_summary_part.added", json => WriteSummaryPart(json, index, ""));
            foreach (var piece in TokenSplitter.Split(summary))
            {
                yield return new("response.reasoning_summary_text.delta", json =>
                {
                    WriteSummaryPosition(json, index);
                    json.WriteString("delta", piece);
                    _obfuscation?.Write(json, piece);
                });
            }

            yield return new("response.reasoning_summary_text.done", json =>
            {
                WriteSummaryPosition(json, index);
                json.WriteString("text", summary);
            });
            yield return new("response.reasoning_summary_part.done", json => WriteSummaryPart(json, index, summary));
        }

        yield return new("response.output_item.done", json => WriteItem(json, index, OutputItemWriter.WriteReasoning, finished: true));
    }

    private IEnumerable<StreamEvent> Message(int index)
    {
        yield return new("response.output_item.added", json => WriteItem(json, index, OutputItemWriter.WriteMessage, finished: false));
        yield return new("response.content_part.added", json => WriteContentPart(json, index, ""));
        foreach (var delta in answer.Deltas)
        {
            yield return new(answer.IsRefusal ? "response.refusal.delta" : "response.output_text.delta", json =>
            {
                WriteContentPosition(json, index);
                json.WriteString("delta", delta);
                WriteLogprobs(json);
                _obfuscation?.Write(json, delta);
            })
            { IsDelta = true };
        }

        if (answer.IsFailure)
        {
            yield break;
        }

        yield return new(answer.IsRefusal ? "response.refusal.done" : "response.output_text.done", json =>
        {
            WriteContentPosition(json, index);
            json.WriteString(answer.IsRefusal ? "refusal" : "text", answer.Text);
            WriteLogprobs(json);
        });
        yield return new("response.content_part.done", json => WriteContentPart(json, index, answer.Text));
        yield return new("response.output_item.done", json => WriteItem(json, index, OutputItemWriter.WriteMessage, finished: true));
    }

    private StreamEvent Ending() => answer.Ending switch
    {
        { Kind: EndingKind.FlatError } error => new("error", json =>
        {
            json.WriteString("code", error.Code);
            json.WriteString("message", error.Message);
            json.WriteNull("param");
        })
        { IsLast = true },
        { Kind: EndingKind.NestedError } error => new("error", json =>
        {
            json.WriteStartObject("error");
            json.WriteString("type", "server_error");
            json.WriteString("code", error.Code);
            json.WriteString("message", error.Message);
            json.WriteEndObject();
        })
        { IsNumbered = false, IsLast = true },
        _ => new($"response.{answer.Status}", json =>
        {
            json.WritePropertyName("response");
            ResponseWriter.WriteFinished(json, answer, end());
        })
        { IsLast = true },
    };

    private StreamEvent Lifecycle(string type, string status) => new(type, json =>
    {
        json.WritePropertyName("response");
        ResponseWriter.Write(json, answer, status);
    });

    private void WriteItem(Utf8JsonWriter json, int index, Action<Utf8JsonWriter, Answer, bool> write, bool finished)
    {
        json.WriteNumber("output_index", index);
        json.WritePropertyName("item");
        write(json, answer, finished);
    }

    private void WriteSummaryPart(Utf8JsonWriter json, int index, string text)
    {
        WriteSummaryPosition(json, index);
        json.WritePropertyName("part");
        OutputItemWriter.WriteSummaryPart(json, text);
    }

    private void WriteSummaryPosition(Utf8JsonWriter json, int index)
    {
        json.WriteString("item_id", answer.ReasoningId);
        json.WriteNumber("output_index", index);
        json.WriteNumber("summary_index", 0);
    }

    private void WriteContentPart(Utf8JsonWriter json, int index, string text)
    {
        WriteContentPosition(json, index);
        json.WritePropertyName("part");
        OutputItemWriter.WriteContentPart(json, answer, text);
    }

    private void WriteContentPosition(Utf8JsonWriter json, int index)
    {
        json.WriteString("item_id", answer.MessageId);
        json.WriteNumber("output_index", index);
        json.WriteNumber("content_index", 0);
    }

    private void WriteLogprobs(Utf8JsonWriter json)
    {
        if (!answer.IsRefusal)
        {
            json.WriteStartArray("logprobs");
            json.WriteEndArray();
        }
    }
}
