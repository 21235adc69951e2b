using System.ComponentModel;
using System.Globalization;
using TypedLlm.TypedAnswers;
using TypedLlm.Prompts;
using TypedLlm.Transports;

namespace TypedLlm.CompilerServices;

/// <summary>
/// Writes a value as JSON into the text of a prompt, which is a JSON string itself: everything is escaped twice. Generated code drives it; not meant
/// to be used by hand.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct AnswerWriter
{
    private readonly PooledBuffer _buffer;
    private readonly string _placeholder;
    private readonly bool _isUntrusted;
    private int _depth;

    internal AnswerWriter(PooledBuffer buffer, string placeholder, bool isUntrusted)
    {
        _buffer = buffer;
        _placeholder = placeholder;
        _isUntrusted = isUntrusted;
    }

    /// <summary>Writes what is constant.</summary>
    /// <param name="escaped">JSON that is already escaped for a JSON string.</param>
    public readonly void Raw(ReadOnlySpan<byte> escaped) => _buffer.Raw(escaped);

    /// <summary>Opens an object or list.</summary>
    /// <param name="escaped">Its begin, already escaped for a JSON string.</param>
    /// <exception cref="ArgumentException">The value is nested too deeply: it may contain itself.</exception>
    public void Open(ReadOnlySpan<byte> escaped)
    {
        if (++_depth > AnswerLimits.Depth)
        {
            throw new ArgumentException(
                $"The value of {{{_placeholder}}} is nested deeper than {AnswerLimits.Depth} levels: does it contain itself? Leave the member out with [JsonIgnore], or pass a record of what the prompt needs.");
        }

        _buffer.Raw(escaped);
    }

    /// <summary>Closes an object or list.</summary>
    /// <param name="escaped">Its end, already escaped for a JSON string.</param>
    public void Close(ReadOnlySpan<byte> escaped)
    {
        _depth--;
        _buffer.Raw(escaped);
    }

    /// <summary>Writes text. Null is written as <c>null</c>.</summary>
    /// <param name="value">The text; a surrogate without its partner becomes U+FFFD.</param>
    public readonly void Text(string? value)
    {
        if (value is null)
        {
            _buffer.Raw("null"u8);
        }
        else
        {
            Quoted(value);
        }
    }

    /// <summary>Writes a character as text.</summary>
    /// <param name="value">The character.</param>
    public readonly void Text(char value) => Quoted([value]);

    /// <summary>Writes <c>true</c> or <c>false</c>.</summary>
    /// <param name="value">The value.</param>
    public readonly void Boolean(bool value) => _buffer.Raw(value ? "true"u8 : "false"u8);

    /// <summary>Writes a number. What JSON has no number for is written as text.</summary>
    /// <typeparam name="T">The type of the number.</typeparam>
    /// <param name="value">The number.</param>
    public readonly void Number<T>(T value)
        where T : struct, IUtf8SpanFormattable, System.Numerics.INumberBase<T>
    {
        if (T.IsFinite(value))
        {
            _buffer.Number(value);
        }
        else
        {
            Quoted(value.ToString(null, CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Writes a number as the name of a property.</summary>
    /// <typeparam name="T">The type of the number.</typeparam>
    /// <param name="value">The number.</param>
    public readonly void Name<T>(T value)
        where T : struct, ISpanFormattable, System.Numerics.INumberBase<T> => Quoted(value.ToString(null, CultureInfo.InvariantCulture));

    /// <summary>Writes <c>"True"</c> or <c>"False"</c>, as System.Text.Json does, as the name of a property.</summary>
    /// <param name="value">The value.</param>
    public readonly void Name(bool value) => Quoted(value ? "True" : "False");

    /// <summary>What to throw for a value of a family whose type is none of its cases.</summary>
    /// <param name="family">The name of the family.</param>
    /// <param name="value">The value.</param>
    /// <returns>The exception.</returns>
    public readonly ArgumentException NoCase(string family, object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new ArgumentException($"The value of {{{_placeholder}}} has a {value.GetType()} in it, which is no case of {family}: declare it with [JsonDerivedType].");
    }

    /// <summary>Writes a GUID.</summary>
    /// <param name="value">The value.</param>
    public readonly void Text(Guid value) => Formatted(value, "D");

    /// <summary>Writes an address as it was given. Null is written as <c>null</c>.</summary>
    /// <param name="value">The value.</param>
    public readonly void Text(Uri? value) => Text(value?.OriginalString);

    /// <summary>Writes a date with a time.</summary>
    /// <param name="value">The value.</param>
    public readonly void Text(DateTime value) => Formatted(value, "yyyy'-'MM'-'dd'T'HH':'mm':'ss.FFFFFFFK");

    /// <summary>Writes a date with a time and an offset.</summary>
    /// <param name="value">The value.</param>
    public readonly void Text(DateTimeOffset value) => Formatted(value, "yyyy'-'MM'-'dd'T'HH':'mm':'ss.FFFFFFFK");

    /// <summary>Writes a date.</summary>
    /// <param name="value">The value.</param>
    public readonly void Text(DateOnly value) => Formatted(value, "yyyy'-'MM'-'dd");

    /// <summary>Writes a time of day.</summary>
    /// <param name="value">The value.</param>
    public readonly void Text(TimeOnly value) => Formatted(value, "HH':'mm':'ss.FFFFFFF");

    /// <summary>Writes a duration.</summary>
    /// <param name="value">The value.</param>
    public readonly void Text(TimeSpan value) => Quoted(IsoDuration.Write(value));

    private readonly void Formatted<T>(T value, string format)
        where T : ISpanFormattable
    {
        const int Longest = 40;
        Span<char> text = stackalloc char[Longest];
        value.TryFormat(text, out var written, format, CultureInfo.InvariantCulture);
        Quoted(text[..written]);
    }

    private readonly void Quoted(ReadOnlySpan<char> text)
    {
        _buffer.Raw("\\\""u8);
        _buffer.EscapedTwice(text, _isUntrusted);
        _buffer.Raw("\\\""u8);
    }
}
