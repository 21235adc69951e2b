using System.Text;

namespace TypedLlm.Catalog;

/// <summary>
/// Reads JSON into values that know their positions. It stops at the first error, which it reports instead of throwing.
/// </summary>
internal sealed class JsonReader
{
    public const int MaxLength = 4 * 1024 * 1024;
    public const int MaxDepth = 32;

    private readonly string _text;
    private readonly bool _isSettings;
    private int _at;
    private int _line;
    private int _lineStart;
    private CatalogProblem? _problem;

    private JsonReader(string text, bool isSettings)
    {
        _text = text;
        _isSettings = isSettings;
    }

    /// <summary>The value that <paramref name="text"/> is in strict JSON, or null and the problem.</summary>
    public static JsonValue? Read(string text, out CatalogProblem? problem) => Read(text, isSettings: false, out problem);

    /// <summary>
    /// The value of a settings file, in which comments, a comma at the end of a list and a name that stands twice are none of our business.
    /// Null if it is not JSON even so, which the host reports when it reads the file.
    /// </summary>
    public static JsonValue? ReadSettings(string text) => Read(text, isSettings: true, out _);

    private static JsonValue? Read(string text, bool isSettings, out CatalogProblem? problem)
    {
        var reader = new JsonReader(text, isSettings);
        var value = reader.ReadDocument();
        problem = reader._problem;
        return problem is null ? value : null;
    }

    private char Current => _at < _text.Length ? _text[_at] : '\0';

    private JsonValue? ReadDocument()
    {
        if (_text.Length > MaxLength)
        {
            return Fail($"The file is longer than {MaxLength} characters.");
        }

        if (Current == '\uFEFF')
        {
            _at++;
            _lineStart++;
        }

        SkipWhiteSpace();
        var value = ReadValue(0);
        SkipWhiteSpace();
        return _problem is null && _at < _text.Length ? Fail("Nothing may follow the value.") : value;
    }

    private JsonValue? ReadValue(int depth) => Current switch
    {
        '{' => depth < MaxDepth ? ReadObject(depth + 1) : Fail($"Values may nest {MaxDepth} deep."),
        '[' => depth < MaxDepth ? ReadArray(depth + 1) : Fail($"Values may nest {MaxDepth} deep."),
        '"' => ReadString(),
        '-' or (>= '0' and <= '9') => ReadNumber(),
        _ => ReadWord("null", JsonKind.Null) ?? ReadWord("true", JsonKind.True) ?? ReadWord("false", JsonKind.False)
            ?? Fail(_at < _text.Length ? "A JSON value is expected here." : "The file ends where a JSON value is expected."),
    };

    private JsonValue? ReadObject(int depth)
    {
        var position = PositionFrom(_at, 1);
        var members = new List<JsonMember>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        _at++;
        SkipWhiteSpace();
        if (TryTake('}'))
        {
            return new JsonValue(JsonKind.Object, position, _at, "", [], members);
        }

        do
        {
            SkipWhiteSpace();
            if (_isSettings && Current == '}')
            {
                break;
            }

            if (Current != '"')
            {
                return Fail("A name in double quotes is expected here.");
            }

            if (ReadString() is not { } name)
            {
                return null;
            }

            if (!names.Add(name.Text) && !_isSettings)
            {
                return FailAt(name.Position, $"'{name.Text}' stands twice in this object.");
            }

            SkipWhiteSpace();
            if (!TryTake(':'))
            {
                return Fail("':' is expected here.");
            }

            SkipWhiteSpace();
            if (ReadValue(depth) is not { } value)
            {
                return null;
            }

            members.Add(new JsonMember(name.Text, name.Position, value));
            SkipWhiteSpace();
        }
        while (TryTake(','));

        return TryTake('}') ? new JsonValue(JsonKind.Object, position, _at, "", [], members) : Fail("',' or '}' is expected here.");
    }

    private JsonValue? ReadArray(int depth)
    {
        var position = PositionFrom(_at, 1);
        var items = new List<JsonValue>();
        _at++;
        SkipWhiteSpace();
        if (TryTake(']'))
        {
            return new JsonValue(JsonKind.Array, position, _at, "", items, []);
        }

        do
        {
            SkipWhiteSpace();
            if (_isSettings && Current == ']')
            {
                break;
            }

            if (ReadValue(depth) is not { } value)
            {
                return null;
            }

            items.Add(value);
            SkipWhiteSpace();
        }
        while (TryTake(','));

        return TryTake(']') ? new JsonValue(JsonKind.Array, position, _at, "", items, []) : Fail("',' or ']' is expected here.");
    }

    private JsonValue? ReadString()
    {
        var start = _at++;
        var chunk = _at;
        StringBuilder? unescaped = null;
        while (_at < _text.Length && _text[_at] >= ' ')
        {
            switch (_text[_at])
            {
                case '"':
                    var text = unescaped is null
                        ? _text.Substring(chunk, _at - chunk)
                        : unescaped.Append(_text, chunk, _at - chunk).ToString();
                    _at++;
                    return JsonValue.Scalar(JsonKind.String, PositionFrom(start, _at - start), text);
                case '\\':
                    unescaped = (unescaped ?? new StringBuilder()).Append(_text, chunk, _at - chunk);
                    if (!TryReadEscape(out var character))
                    {
                        return Fail("This is not an escape that JSON knows.");
                    }

                    unescaped.Append(character);
                    chunk = _at;
                    break;
                default:
                    _at++;
                    break;
            }
        }

        return FailAt(PositionFrom(start, _at - start), "This string is not closed on its line.");
    }

    private bool TryReadEscape(out char character)
    {
        var code = _at + 1 < _text.Length ? _text[_at + 1] : '\0';
        character = code switch
        {
            '"' or '\\' or '/' => code,
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => '\0',
        };
        if (character != '\0')
        {
            _at += 2;
            return true;
        }

        return code == 'u' && TryReadCodeUnit(out character);
    }

    private bool TryReadCodeUnit(out char character)
    {
        const int Length = 6;
        character = '\0';
        if (_at + Length > _text.Length)
        {
            return false;
        }

        for (var i = _at + 2; i < _at + Length; i++)
        {
            var digit = _text[i] switch
            {
                >= '0' and <= '9' => _text[i] - '0',
                >= 'a' and <= 'f' => _text[i] - 'a' + 10,
                >= 'A' and <= 'F' => _text[i] - 'A' + 10,
                _ => -1,
            };
            if (digit < 0)
            {
                return false;
            }

            character = (char)((character << 4) | digit);
        }

        _at += Length;
        return true;
    }

    private JsonValue? ReadNumber()
    {
        var start = _at;
        TryTake('-');
        var valid = TryTake('0') || SkipDigits();
        if (valid && TryTake('.'))
        {
            valid = SkipDigits();
        }

        if (valid && Current is 'e' or 'E')
        {
            _at++;
            _ = TryTake('+') || TryTake('-');
            valid = SkipDigits();
        }

        var position = PositionFrom(start, Math.Max(1, _at - start));
        return valid
            ? JsonValue.Scalar(JsonKind.Number, position, _text.Substring(start, _at - start))
            : FailAt(position, "This is not a JSON number.");
    }

    private bool SkipDigits()
    {
        var start = _at;
        while (Current is >= '0' and <= '9')
        {
            _at++;
        }

        return _at > start;
    }

    private JsonValue? ReadWord(string word, JsonKind kind)
    {
        if (string.CompareOrdinal(_text, _at, word, 0, word.Length) != 0)
        {
            return null;
        }

        _at += word.Length;
        return JsonValue.Scalar(kind, PositionFrom(_at - word.Length, word.Length));
    }

    private bool TryTake(char expected)
    {
        if (_at >= _text.Length || _text[_at] != expected)
        {
            return false;
        }

        _at++;
        return true;
    }

    private void SkipWhiteSpace()
    {
        while (Current is ' ' or '\t' or '\n' or '\r' || (_isSettings && TryTakeComment()))
        {
            SkipCharacter();
        }
    }

    private void SkipCharacter()
    {
        if (_at >= _text.Length)
        {
            return;
        }

        var character = _text[_at++];
        if (character == '\n' || (character == '\r' && Current != '\n'))
        {
            _line++;
            _lineStart = _at;
        }
    }

    /// <summary>Goes to the last character of a comment, or to the end of the text.</summary>
    private bool TryTakeComment()
    {
        var second = Current == '/' && _at + 1 < _text.Length ? _text[_at + 1] : '\0';
        if (second is not ('/' or '*'))
        {
            return false;
        }

        var end = second == '/' ? "\n" : "*/";
        var length = second == '/' ? 1 : 2;
        _at += 2;
        while (_at < _text.Length && string.CompareOrdinal(_text, _at, end, 0, end.Length) != 0)
        {
            SkipCharacter();
        }

        _at = Math.Min(_at + length - 1, _text.Length);
        return true;
    }

    private JsonPosition PositionFrom(int offset, int length) => new(offset, length, _line, offset - _lineStart);

    private JsonValue? Fail(string message) => FailAt(PositionFrom(_at, _at < _text.Length ? 1 : 0), message);

    private JsonValue? FailAt(JsonPosition position, string message)
    {
        _problem ??= new CatalogProblem(position, message);
        return null;
    }
}
