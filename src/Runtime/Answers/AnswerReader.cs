using System.ComponentModel;
using System.Text.Json;
using TypedLlm.TypedAnswers;

namespace TypedLlm.CompilerServices;

/// <summary>
/// Reads an answer. It stands on the first token of a value when that is to be read, and on its last one afterwards. Generated code drives it; not meant
/// to be used by hand.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref partial struct AnswerReader
{
    private readonly ReadOnlySpan<byte> _json;
    private readonly ReadOnlySpan<byte> _schema;
    private Utf8JsonReader _reader;
    private ReadOnlySpan<byte> _wrapper;
    private int _elements;
    private AnswerFindings? _findings;
    private long _refusedAt;
    private string? _making;

    // While a name is read as the key of a dictionary, the reader is one over that name.
    private Utf8JsonReader _outside;
    private long _keyOffset;

    internal AnswerReader(ReadOnlySpan<byte> json, ReadOnlySpan<byte> schema)
    {
        _json = json;
        _schema = schema;
        _reader = new Utf8JsonReader(json, AnswerLimits.Json);
    }

    /// <summary>Whether the value is null.</summary>
    public readonly bool IsNull => _reader.TokenType == JsonTokenType.Null;

    /// <summary>Enters an object.</summary>
    /// <param name="names">The names of its properties.</param>
    /// <returns>What <see cref="Next(ref AnswerProperties)"/> needs.</returns>
    /// <exception cref="AnswerException">The value is no object.</exception>
    public readonly AnswerProperties BeginObject(AnswerNames names)
    {
        Require(JsonTokenType.StartObject, "an object");
        return new AnswerProperties(names);
    }

    /// <summary>Moves to the value of the next property whose name is known, past all others.</summary>
    /// <param name="properties">What was read so far.</param>
    /// <returns>False at the end of the object.</returns>
    /// <exception cref="AnswerException">A property is there twice, or missing at the end.</exception>
    public bool Next(ref AnswerProperties properties)
    {
        while (true)
        {
            _reader.Read();
            if (_reader.TokenType == JsonTokenType.EndObject)
            {
                var missing = properties.FirstMissing();
                return missing < 0 ? false : throw Missing(properties, missing);
            }

            var index = Find(properties.Names, properties.Current + 1);
            if (index >= 0)
            {
                if (!properties.TryAdd(index))
                {
                    throw Refuse("each property once", "the same property twice");
                }

                properties.Current = index;
                _reader.Read();
                return true;
            }

            _reader.Skip();
        }
    }

    /// <summary>Enters a list.</summary>
    /// <exception cref="AnswerException">The value is no list.</exception>
    public readonly void BeginList() => Require(JsonTokenType.StartArray, "a list");

    /// <summary>Moves to the next element.</summary>
    /// <returns>False at the end of the list.</returns>
    /// <exception cref="AnswerException">The answer has too many elements.</exception>
    public bool NextElement()
    {
        _reader.Read();
        if (_reader.TokenType == JsonTokenType.EndArray)
        {
            return false;
        }

        CountElement();
        return true;
    }

    /// <summary>Whether the value was checked before, so that its checks are not run again.</summary>
    internal bool IsChecked { readonly get; init; }

    /// <summary>How often the elements of sets and dictionaries may have been compared with each other so far.</summary>
    internal long KeyComparisons { readonly get; set; }

    /// <summary>Counts an element of a set or dictionary, before it is read.</summary>
    /// <param name="before">How many the set or dictionary had before it.</param>
    /// <exception cref="AnswerException">There are too many to be compared with each other.</exception>
    public void CountKey(int before)
    {
        KeyComparisons += before;
        if (KeyComparisons > AnswerLimits.KeyComparisons)
        {
            throw Refuse($"at most {AnswerLimits.Keys} elements in one set or dictionary, and fewer in each of several", "more");
        }
    }

    /// <summary>Notes which type is made of what was read, for the case that it refuses that.</summary>
    /// <param name="type">The type, as developers call it.</param>
    public void BeginMaking(string type) => _making = type;

    /// <summary>The type took what was read.</summary>
    public void EndMaking() => _making = null;

    /// <summary>Whether code of the user's makes a value.</summary>
    internal readonly bool IsMaking => _making is not null;

    /// <summary>Moves to the answer's value, into the object around it if there is one.</summary>
    /// <param name="wrapper">The only property of that object; empty for an answer that is an object itself.</param>
    internal void Begin(ReadOnlySpan<byte> wrapper)
    {
        if (_json.Length > AnswerLimits.Bytes)
        {
            throw Refuse($"at most {AnswerLimits.Bytes} bytes", "more text");
        }

        _reader.Read();
        if (wrapper.IsEmpty || _reader.TokenType != JsonTokenType.StartObject)
        {
            return;
        }

        var inside = _reader;
        inside.Read();
        if (inside.TokenType == JsonTokenType.PropertyName && IsText(in inside, wrapper))
        {
            inside.Read();
            _reader = inside;
            _wrapper = wrapper;
        }
    }

    /// <summary>Moves to the end of the answer, which has nothing behind its value.</summary>
    internal void End()
    {
        if (!_wrapper.IsEmpty)
        {
            LeaveWrapper();
        }

        _reader.Read();
    }

    private void LeaveWrapper()
    {
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndObject)
        {
            if (IsText(in _reader, _wrapper))
            {
                throw Refuse("each property once", "the same property twice");
            }

            _reader.Skip();
        }
    }

    private void CountElement()
    {
        if (++_elements > AnswerLimits.Elements)
        {
            throw Refuse($"at most {AnswerLimits.Elements} elements in all lists", "more elements");
        }
    }

    /// <summary>The place of the name that the reader stands on; the one that usually comes next is tried first.</summary>
    private readonly int Find(AnswerNames names, int expected)
    {
        if (_reader.ValueIsEscaped)
        {
            return FindEscaped(names);
        }

        var name = _reader.ValueSpan;
        if (expected < names.Count && name.SequenceEqual(names.Utf8(expected)))
        {
            return expected;
        }

        for (var index = 0; index < names.Count; index++)
        {
            if (name.SequenceEqual(names.Utf8(index)))
            {
                return index;
            }
        }

        return -1;
    }

    private readonly int FindEscaped(AnswerNames names)
    {
        for (var index = 0; index < names.Count; index++)
        {
            if (IsText(in _reader, names.Utf8(index)))
            {
                return index;
            }
        }

        return -1;
    }

    internal static bool IsText(in Utf8JsonReader reader, ReadOnlySpan<byte> text)
    {
        try
        {
            return reader.ValueTextEquals(text);
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair is escaped in it: not Unicode, so it equals no text.
            return false;
        }
    }

    private readonly void Require(JsonTokenType token, string expected)
    {
        if (_reader.TokenType != token)
        {
            throw Unexpected(expected);
        }
    }
}
