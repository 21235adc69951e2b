using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace TypedLlm.TypedAnswers;

/// <summary>Finds the path to a place in an answer by scanning it again: only an answer that is refused pays for it.</summary>
internal ref struct AnswerPath
{
    private readonly ReadOnlySpan<byte> _json;
    private readonly ReadOnlySpan<byte> _schema;
    private readonly Level[] _levels = new Level[AnswerLimits.Depth];
    private Utf8JsonReader _reader;
    private int _depth;

    private AnswerPath(ReadOnlySpan<byte> json, ReadOnlySpan<byte> schema)
    {
        _json = json;
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

    /// <summary>The path to the property whose name begins at an offset; to the object around it if the schema does not have that name.</summary>
    public static string OfProperty(ReadOnlySpan<byte> json, long offset, ReadOnlySpan<byte> schema)
    {
        var path = new AnswerPath(json, schema);
        path.MoveTo(offset);
        if (path._depth > 0 && path.DeclaredName(in path._levels[path._depth - 1]) is null)
        {
            path._depth--;
        }

        return path.Render();
    }

    /// <summary>The path to a member of what another path leads to.</summary>
    public static string Below(string path, string name)
    {
        var whole = new StringBuilder(path);
        AppendName(whole, name);
        return whole.ToString();
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

    private void Take()
    {
        if (_reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
        {
            _depth--;
            return;
        }

        if (_depth > 0)
        {
            ref var level = ref _levels[_depth - 1];
            if (_reader.TokenType == JsonTokenType.PropertyName)
            {
                level.Index++;
                level.NameStart = (int)_reader.TokenStartIndex;
                level.NameLength = _reader.ValueSpan.Length + 2;
            }
            else if (level.IsList)
            {
                level.Index++;
            }
        }

        if (_reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            _levels[_depth++] = new Level { IsList = _reader.TokenType == JsonTokenType.StartArray, Index = -1 };
        }
    }

    private readonly string? DeclaredName(in Level level)
    {
        var quoted = _json.Slice(level.NameStart, level.NameLength);
        return quoted.Length > 0 && _schema.IndexOf(quoted) >= 0 ? Encoding.UTF8.GetString(quoted[1..^1]) : null;
    }

    private readonly string Render()
    {
        var path = new StringBuilder("$");
        foreach (ref readonly var level in _levels.AsSpan(0, _depth))
        {
            if (DeclaredName(in level) is { } name)
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

    [StructLayout(LayoutKind.Auto)]
    private struct Level
    {
        public bool IsList;

        /// <summary>The place of the element or member; -1 before the first.</summary>
        public int Index;

        /// <summary>Where the name of the member begins, with its quotes.</summary>
        public int NameStart;

        /// <summary>How long that is; 0 if there is none.</summary>
        public int NameLength;
    }
}
