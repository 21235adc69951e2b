using System.Text;
using System.Text.Json;

namespace TypedLlm.TypedAnswers;

/// <summary>Finds the path to a place in an answer by scanning it again: only an answer that is refused pays for it.</summary>
internal ref struct AnswerPath
{
    private readonly ReadOnlySpan<byte> _schema;
    private readonly Stack<Level> _levels = new();
    private Utf8JsonReader _reader;

    private AnswerPath(ReadOnlySpan<byte> json, ReadOnlySpan<byte> schema)
    {
        _schema = schema;
        _reader = new Utf8JsonReader(json, isFinalBlock: false, new JsonReaderState(AnswerLimits.Json));
    }

    /// <summary>The path to the token that begins at an offset, or to the last one before it. Names that the schema does not have are not shown.</summary>
    public static string Of(ReadOnlySpan<byte> json, long offset, ReadOnlySpan<byte> schema)
    {
        var path = new AnswerPath(json, schema);
        path.MoveTo(offset);
        return path.Render();
    }

    /// <summary>Whether a text is JSON that only lacks its end.</summary>
    public static bool IsCut(ReadOnlySpan<byte> json)
    {
        var path = new AnswerPath(json, default);
        return path.MoveTo(json.Length);
    }

    public static void AppendName(StringBuilder path, string name)
    {
        if (name.Length > 0 && name.All(static character => char.IsLetterOrDigit(character) || character is '_' or '$'))
        {
            path.Append('.').Append(name);
        }
        else
        {
            path.Append("['").Append(name).Append("']");
        }
    }

    private bool MoveTo(long offset)
    {
        try
        {
            while (_reader.Read() && _reader.TokenStartIndex <= offset)
            {
                Take();
            }

            return true;
        }
        catch (JsonException)
        {
            // The text ends to be JSON here; what was read so far leads to the place.
            return false;
        }
    }

    private readonly void Take()
    {
        if (_reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
        {
            _levels.Pop();
            return;
        }

        if (_levels.TryPeek(out var level))
        {
            if (_reader.TokenType == JsonTokenType.PropertyName)
            {
                level.Index++;
                level.Name = DeclaredName();
            }
            else if (level.IsList)
            {
                level.Index++;
            }
        }

        if (_reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            _levels.Push(new Level(_reader.TokenType == JsonTokenType.StartArray));
        }
    }

    private readonly string? DeclaredName()
    {
        byte[] quoted = [(byte)'"', .. _reader.ValueSpan, (byte)'"'];
        return _schema.IndexOf(quoted) >= 0 ? Encoding.UTF8.GetString(_reader.ValueSpan) : null;
    }

    private readonly string Render()
    {
        var path = new StringBuilder("$");
        foreach (var level in _levels.Reverse())
        {
            if (level.Name is { } name)
            {
                AppendName(path, name);
            }
            else if (level.Index >= 0)
            {
                path.Append('[').Append(level.Index).Append(']');
            }
        }

        return path.ToString();
    }

    private sealed class Level(bool isList)
    {
        public bool IsList => isList;

        public int Index { get; set; } = -1;

        public string? Name { get; set; }
    }
}
