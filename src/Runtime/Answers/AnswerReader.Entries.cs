using System.Text.Json;

namespace TypedLlm.CompilerServices;

/// <summary>Dictionaries: a list of pairs, or an object whose names are the keys.</summary>
public ref partial struct AnswerReader
{
    /// <summary>Enters a dictionary.</summary>
    /// <returns>What the other methods need.</returns>
    /// <exception cref="AnswerException">The value is neither a list nor an object.</exception>
    public readonly AnswerEntries BeginEntries() => _reader.TokenType switch
    {
        JsonTokenType.StartArray => new AnswerEntries(isObject: false),
        JsonTokenType.StartObject => new AnswerEntries(isObject: true),
        _ => throw Unexpected("a list of pairs"),
    };

    /// <summary>Moves to the next entry.</summary>
    /// <param name="entries">What was read so far.</param>
    /// <returns>False at the end of the dictionary.</returns>
    /// <exception cref="AnswerException">The entry is no pair, or the answer has too many elements.</exception>
    public bool NextEntry(ref AnswerEntries entries)
    {
        entries.Current = -1;
        if (entries.IsObject)
        {
            return NextName();
        }

        if (!NextElement())
        {
            return false;
        }

        entries.Pair = BeginObject(AnswerEntries.PairNames);
        return true;
    }

    /// <summary>Moves to the key or the value of an entry.</summary>
    /// <param name="entries">What was read so far.</param>
    /// <param name="keyIsNumber">Whether a key that is a name is read without its quotes, as a number or a truth value.</param>
    /// <returns>False at the end of the entry.</returns>
    /// <exception cref="AnswerException">The pair lacks its key or its value.</exception>
    public bool NextPart(ref AnswerEntries entries, bool keyIsNumber)
    {
        if (!entries.IsObject)
        {
            var any = Next(ref entries.Pair);
            entries.Current = entries.Pair.Current;
            return any;
        }

        switch (++entries.Current)
        {
            case 0:
                EnterKey(keyIsNumber);
                return true;
            case 1:
                LeaveKey();
                _reader.Read();
                return true;
            default:
                return false;
        }
    }

    /// <summary>Refuses a key that was there before.</summary>
    /// <returns>What is to be thrown.</returns>
    public readonly AnswerException RepeatedKey() => Refuse("each key once", "the same key twice");

    /// <summary>A name as the literal it stands for: System.Text.Json begins those of truth values with a capital letter.</summary>
    internal static ReadOnlySpan<byte> Literal(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("True"u8) ? "true"u8 : name.SequenceEqual("False"u8) ? "false"u8 : name;

    private bool NextName()
    {
        _reader.Read();
        CountElement();
        return _reader.TokenType == JsonTokenType.PropertyName;
    }

    /// <summary>Reads a name as a value of its own, so that a key is read as it would be in a pair.</summary>
    private void EnterKey(bool isNumber)
    {
        var (start, length) = ((int)_reader.TokenStartIndex, _reader.ValueSpan.Length);
        _outside = _reader;
        _keyOffset = isNumber ? start + 1 : start;
        var key = isNumber ? Literal(_json.Slice(start + 1, length)) : _json.Slice(start, length + 2);
        _reader = new Utf8JsonReader(key);
        if (!TryReadKey(key.Length))
        {
            LeaveKey();
            throw Refuse("a key that is a number", "another key");
        }
    }

    private bool TryReadKey(int length)
    {
        try
        {
            return _reader.Read() && _reader.BytesConsumed == length;
        }
        catch (JsonException)
        {
            // Any name of the answer gets here, where a number stands in the type.
            return false;
        }
    }

    private void LeaveKey()
    {
        _reader = _outside;
        _keyOffset = 0;
    }
}
