using System.Text.Json;

namespace TypedLlm.Simulator;

/// <summary>A call that asks a model for text, with its own shape of request and answer. Lines of batches ask the same way.</summary>
internal interface ITextApi
{
    /// <summary>Judges the request in <paramref name="body"/> and settles the answer to it.</summary>
    /// <param name="body">The request.</param>
    /// <param name="reply">What is scripted for it.</param>
    /// <param name="source">What the ids of the answer are made from.</param>
    /// <param name="now">When it was asked.</param>
    /// <exception cref="ApiErrorException">The service would refuse the request.</exception>
    Answer Ask(ReadOnlyMemory<byte> body, ScriptedReply reply, string source, DateTimeOffset now);

    /// <summary>Writes the whole answer, which ended at <paramref name="endedAt"/>.</summary>
    void Write(Utf8JsonWriter json, Answer answer, DateTimeOffset endedAt);
}
