using System.Text.Json;

namespace TypedLlm.Simulator;

/// <summary><c>/v1/chat/completions</c>.</summary>
internal sealed class ChatApi(ChatRequestReader reader, AnswerComposer composer, WireIds ids) : ITextApi
{
    public Answer Ask(ReadOnlyMemory<byte> body, ScriptedReply reply, string source, DateTimeOffset now)
    {
        var answer = composer.Compose(reader.Read(body), reply.Answer, source, now) with { ResponseId = ids.Completion(source) };

        // A stream has begun when it fails; otherwise nothing was sent yet.
        return answer is { IsFailure: true, Ending: { } failure, Request.Stream: false }
            ? throw new ApiErrorException(ApiErrors.Server(StatusCodes.Status500InternalServerError, failure.Message) with { Code = failure.Code })
            : answer;
    }

    public void Write(Utf8JsonWriter json, Answer answer, DateTimeOffset endedAt) => ChatWriter.Write(json, answer);
}
