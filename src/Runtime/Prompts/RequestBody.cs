using System.Text;
using TypedLlm.Chains;
using TypedLlm.TypedAnswers;
using TypedLlm.CompilerServices;
using TypedLlm.Transports;

namespace TypedLlm.Prompts;

/// <summary>
/// The body of a call: what is constant is rendered once, and what depends on the attempt is written in front of it.
/// Body and bytes are pooled, so that a call in steady state allocates nothing for its request.
/// </summary>
internal sealed class RequestBody : IDisposable
{
    /// <summary>The service takes 10,485,760 characters of input; six bytes each is the worst that escaping makes of them.</summary>
    internal const int MaxBytes = 64 * 1024 * 1024;

    private const int UsualHead = 256;
    private const int LargestKept = 16 * 1024;

    // One for each thread: calls are rendered and finished on the same few threads, and no lock or queue is as cheap.
    [ThreadStatic]
    private static RequestBody? Spare;

    private readonly PooledBuffer _bytes = new(4 * 1024, MaxBytes);
    private readonly PooledBuffer _head = new(UsualHead, MaxBytes);
    private readonly PromptWriter _writer;
    private RequestHead _written;
    private int _inputEnd;
    private byte[]? _tail;
    private int _headRoom;
    private int _rented;

    private RequestBody() => _writer = new PromptWriter(_bytes);

    /// <summary>Renders the constant part.</summary>
    /// <exception cref="PromptTooLargeException">The prompt is larger than any service takes.</exception>
    public static RequestBody Render<TPrompt>(TPrompt prompt, IReadOnlyDictionary<string, string>? metadata)
        where TPrompt : struct, IPrompt
    {
        var body = Spare ?? new RequestBody();
        Spare = null;
        body._rented = 1;
        try
        {
            body.WriteRest(prompt, metadata);
            return body;
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    /// <summary>The whole body for one attempt. Valid until the next call or <see cref="Dispose"/>.</summary>
    public ReadOnlyMemory<byte> WithHead(in RequestHead head)
    {
        // A spare body mostly comes back to the same endpoint, whose head it still holds.
        if (head != _written)
        {
            _written = default;
            _head.Clear(LargestKept);
            WriteHead(head);
            _written = head;
        }

        var missing = _head.Length - _headRoom;
        if (missing > 0)
        {
            MoveRest(missing);
        }

        var start = _headRoom - _head.Length;
        _head.Content.CopyTo(_bytes.Content[start..]);
        return _bytes.Slice(start);
    }

    /// <summary>Sets the messages behind the prompt, which depend on the attempt.</summary>
    /// <param name="schema">A schema that the model is told about; null if there is none.</param>
    /// <param name="correction">The answer that was given and what is wrong with it; null if there was none.</param>
    /// <exception cref="PromptTooLargeException">That is larger than any service takes.</exception>
    public void Follow(AnswerFormat? schema, AnswerCorrection? correction)
    {
        if (_tail is { } written)
        {
            _tail = null;
            _bytes.Advance(_inputEnd - _bytes.Length);
            _bytes.Raw(written);
        }

        if (schema is null && correction is null)
        {
            return;
        }

        var tail = _bytes.Content[_inputEnd..].ToArray();
        _bytes.Advance(-tail.Length);

        // Kept before anything is written that may not fit: the body must be whole again for the next attempt.
        _tail = tail;
        if (schema is not null)
        {
            Message("system"u8, $"Answer with one JSON value that follows this JSON schema, and with nothing else:\n{Encoding.UTF8.GetString(schema.Schema)}");
        }

        if (correction is not null)
        {
            Message("assistant"u8, correction.Answer);
            Message("user"u8, $"This answer cannot be used: {correction.Fault}. Answer again with the whole JSON, corrected, and with nothing else.");
        }

        _bytes.Raw(tail);
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _rented, 0) == 0)
        {
            return;
        }

        _tail = null;
        _writer.Abandon();
        if (Spare is null)
        {
            _bytes.Clear(LargestKept);
            Spare = this;
        }
        else
        {
            _bytes.Dispose();
            _head.Dispose();
        }
    }

    private void Message(ReadOnlySpan<byte> role, string content)
    {
        _bytes.Raw(",{\"role\":\""u8);
        _bytes.Raw(role);
        _bytes.Raw("\",\"content\":\""u8);
        _bytes.Escaped(content);
        _bytes.Raw("\"}"u8);
    }

    private void WriteRest<TPrompt>(TPrompt prompt, IReadOnlyDictionary<string, string>? metadata)
        where TPrompt : struct, IPrompt
    {
        _headRoom = UsualHead;
        _bytes.TryReserve(_headRoom);
        _bytes.Advance(_headRoom);
        _writer.Open();
        prompt.Write(_writer);
        _writer.Close();

        // Before the bracket that closes the messages.
        _inputEnd = _bytes.Length - 1;
        if (metadata is { Count: > 0 })
        {
            WriteMetadata(metadata);
        }

        _bytes.Raw("}"u8);
    }

    private void WriteMetadata(IReadOnlyDictionary<string, string> metadata)
    {
        var separator = ",\"metadata\":{\""u8;
        foreach (var (key, value) in metadata)
        {
            _bytes.Raw(separator);
            _bytes.Escaped(key);
            _bytes.Raw("\":\""u8);
            _bytes.Escaped(value);
            _bytes.Raw("\""u8);
            separator = ",\""u8;
        }

        _bytes.Raw("}"u8);
    }

    private void WriteHead(in RequestHead head)
    {
        _head.Raw("{\"model\":\""u8);
        _head.Escaped(head.Model);
        _head.Raw("\""u8);
        if (head.Stream)
        {
            _head.Raw(",\"stream\":true"u8);
        }

        if (head.Effort is { } effort)
        {
            _head.Raw(",\"reasoning\":{\"effort\":\""u8);
            _head.Escaped(EffortWords.Of(effort));
            _head.Raw("\"}"u8);
        }

        if (head.Temperature is { } temperature)
        {
            _head.Raw(",\"temperature\":"u8);
            _head.Number(temperature);
        }

        if (head.MaxOutputTokens is { } limit)
        {
            _head.Raw(",\"max_output_tokens\":"u8);
            _head.Number(limit);
        }

        if (head.ServiceTier is { } tier)
        {
            _head.Raw(",\"service_tier\":\""u8);
            _head.Escaped(ServiceTierWords.Of(tier));
            _head.Raw("\""u8);
        }

        switch (head.Mode)
        {
            case AnswerMode.Schema:
                _head.Raw(",\"text\":{\"format\":"u8);
                _head.Raw(head.Format!.FormatJson);
                _head.Raw("}"u8);
                break;
            case AnswerMode.JsonObject:
                _head.Raw(",\"text\":{\"format\":{\"type\":\"json_object\"}}"u8);
                break;
        }

        _head.Raw(head.Store ? ",\"store\":true,"u8 : ",\"store\":false,"u8);
    }

    /// <summary>Moves the constant part back, for the rare model id that is longer than the room in front of it.</summary>
    private void MoveRest(int by)
    {
        if (!_bytes.TryReserve(by))
        {
            throw new PromptTooLargeException(MaxBytes);
        }

        var rest = _bytes.Length - _headRoom;
        _bytes.Advance(by);
        _bytes.Content.Slice(_headRoom, rest).CopyTo(_bytes.Content[(_headRoom + by)..]);
        _headRoom += by;
        _inputEnd += by;
    }
}
