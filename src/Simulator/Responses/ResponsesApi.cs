using System.Text.Json;

namespace TypedLlm.Simulator;

/// <summary><c>/v1/responses</c>.</summary>
internal sealed class ResponsesApi(TextRequestReader reader, AnswerComposer composer) : ITextApi
{
    public Answer Ask(ReadOnlyMemory<byte> body, ScriptedReply reply, string source, DateTimeOffset now)
    {
        var request = reader.Read(body);
        if (reply.RejectsPrefill && request.Messages is [.., { Role: "assistant" }])
        {
            throw new ApiErrorException(ApiErrors.PrefillRejected());
        }

        if (AnswerComposer.InputTokens(request) > (request.Model.Facts.ContextWindow ?? int.MaxValue))
        {
            throw new ApiErrorException(ApiErrors.ContextLengthExceeded());
        }

        return composer.Compose(request, reply.Answer, source, now);
    }

    public void Write(Utf8JsonWriter json, Answer answer, DateTimeOffset endedAt) => ResponseWriter.WriteFinished(json, answer, endedAt);
}
