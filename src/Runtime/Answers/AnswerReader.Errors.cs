using System.Text.Json;
using TypedLlm.TypedAnswers;

namespace TypedLlm.CompilerServices;

/// <summary>What is wrong with an answer, and where.</summary>
public ref partial struct AnswerReader
{
    private readonly long Offset => _keyOffset + _reader.TokenStartIndex;

    private readonly string Found => _reader.TokenType switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "a list",
        JsonTokenType.String or JsonTokenType.PropertyName => "text",
        JsonTokenType.Number => "a number",
        JsonTokenType.True or JsonTokenType.False => "true or false",
        JsonTokenType.Null => "null",
        _ => "nothing",
    };

    /// <summary>Refuses the value that was read last.</summary>
    /// <param name="expected">What the type demands.</param>
    /// <param name="found">What kind of thing stands there instead.</param>
    /// <returns>What is to be thrown.</returns>
    public readonly AnswerException Refuse(string expected, string found) => Refuse(Path(), expected, found);

    /// <summary>Refuses the value that was read last, in the words of an attribute of its member.</summary>
    /// <param name="message">The words.</param>
    /// <param name="found">What kind of thing stands there instead.</param>
    /// <returns>What is to be thrown.</returns>
    public readonly AnswerException Disagree(string message, string found) => AnswerException.Disagreed(Path(), message, found, Excerpt(Offset));

    /// <summary>The text is no JSON at the place that the reader came to.</summary>
    internal readonly AnswerException NotJson()
    {
        var at = _keyOffset + _reader.BytesConsumed;
        var path = AnswerPath.Of(_json, at, _schema);
        var isTooDeep = _reader.CurrentDepth >= AnswerLimits.Depth - 1 && at < _json.Length && _json[(int)at] is (byte)'{' or (byte)'[';
        return !isTooDeep && AnswerPath.IsCut(_json)
            ? AnswerException.Cut(path, _json.Trim(" \t\r\n"u8).IsEmpty, Excerpt(at))
            : new AnswerException(path, "JSON", isTooDeep ? $"more than {AnswerLimits.Depth} levels" : "text that is no JSON", Excerpt(at));
    }

    /// <summary>The constructor or a setter of the type refused what was read.</summary>
    internal readonly AnswerException Refuse(Exception exception) => AnswerException.Untaken(Path(), _making ?? "its type", exception, Excerpt(Offset));

    private readonly AnswerException Unexpected(string expected) => Refuse(expected, Found);

    private readonly AnswerException Missing(AnswerProperties properties, int first)
    {
        var names = properties.Names;
        var others = names.Names.Where((_, index) => index > first && properties.IsMissing(index));
        return AnswerException.Missing(AnswerPath.Below(Path(), names.Names[first]), others, Excerpt(Offset));
    }

    private readonly AnswerException Refuse(string path, string expected, string found) => new(path, expected, found, Excerpt(Offset));

    private readonly string Path() => AnswerPath.Of(_json, Offset, _schema);

    private readonly string Excerpt(long offset) => AnswerExcerpt.Around(_json, offset);
}
