using System.ComponentModel;
using System.Globalization;
using TypedLlm.Prompts;
using TypedLlm.Transports;

namespace TypedLlm.CompilerServices;

/// <summary>
/// Writes the messages of one call as the JSON that is sent. Generated code drives it; not meant to be used by hand.
/// It is pooled: valid only inside <see cref="IPrompt.Write"/>.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PromptWriter
{
    private readonly PooledBuffer _buffer;
    private Position _position;

    internal PromptWriter(PooledBuffer buffer) => _buffer = buffer;

    private enum Position
    {
        Closed,
        Start,
        Instructions,
        UserMessage,
    }

    /// <summary>Starts the system prompt. At most once, and first.</summary>
    /// <exception cref="InvalidOperationException">Something was written before.</exception>
    public void BeginInstructions()
    {
        Require(_position == Position.Start);
        _position = Position.Instructions;
        _buffer.Raw("\"instructions\":\""u8);
    }

    /// <summary>Starts the user message.</summary>
    /// <exception cref="InvalidOperationException">The user message was started before.</exception>
    public void BeginUserMessage()
    {
        Require(_position is Position.Start or Position.Instructions);
        _buffer.Raw(_position == Position.Instructions ? "\",\"input\":[{\"role\":\"user\",\"content\":\""u8 : "\"input\":[{\"role\":\"user\",\"content\":\""u8);
        _position = Position.UserMessage;
    }

    /// <summary>Writes text of a template.</summary>
    /// <param name="escaped">UTF-8 that is already escaped for a JSON string.</param>
    public void Literal(ReadOnlySpan<byte> escaped)
    {
        RequireMessage();
        _buffer.Raw(escaped);
    }

    /// <summary>Writes a value as it is. Null writes nothing.</summary>
    /// <param name="value">The text; a surrogate without its partner becomes U+FFFD.</param>
    public void Text(string? value)
    {
        RequireMessage();
        _buffer.Escaped(value);
    }

    /// <summary>Writes a character.</summary>
    /// <param name="value">The character; a surrogate becomes U+FFFD.</param>
    public void Text(char value)
    {
        RequireMessage();
        _buffer.Escaped([value]);
    }

    /// <summary>Writes <c>true</c> or <c>false</c>.</summary>
    /// <param name="value">The value.</param>
    public void Text(bool value)
    {
        RequireMessage();
        _buffer.Raw(value ? "true"u8 : "false"u8);
    }

    /// <summary>Writes a value in the invariant culture, without boxing it. Null writes nothing.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="format">The format, or null for the type's own default.</param>
    /// <exception cref="FormatException">The type does not know the format.</exception>
    public void Value<T>(T value, string? format)
        where T : IFormattable
    {
        RequireMessage();
        if (!typeof(T).IsValueType && value is null)
        {
            return;
        }

        // The handler is the only public way to format an enum of unknown type without boxing it.
        Span<char> text = stackalloc char[256];
        var handler = new MemoryExtensions.TryWriteInterpolatedStringHandler(0, 1, text, CultureInfo.InvariantCulture, out _);
        handler.AppendFormatted(value, format);
        _buffer.Escaped(text.TryWrite(ref handler, out var written) ? text[..written] : value.ToString(format, CultureInfo.InvariantCulture));
    }

    /// <summary>Writes text of unknown origin so that it cannot open or close an <c>untrusted</c> section. Null writes nothing.</summary>
    /// <param name="value">The text.</param>
    public void Untrusted(string? value)
    {
        RequireMessage();
        var rest = value.AsSpan();
        int delimiter;
        while ((delimiter = UntrustedText.IndexOfDelimiter(rest)) >= 0)
        {
            _buffer.Escaped(rest[..delimiter]);
            _buffer.Raw("&lt;"u8);
            rest = rest[(delimiter + 1)..];
        }

        _buffer.Escaped(rest);
    }

    /// <summary>Writes a value as JSON.</summary>
    /// <param name="placeholder">The placeholder, for messages.</param>
    /// <param name="isUntrusted">Whether the JSON stands in an <c>untrusted</c> section, which no text in it may close.</param>
    /// <returns>What writes it.</returns>
    public AnswerWriter Json(string placeholder, bool isUntrusted)
    {
        RequireMessage();
        return new AnswerWriter(_buffer, placeholder, isUntrusted);
    }

    internal void Open() => _position = Position.Start;

    /// <summary>Ends the last message.</summary>
    /// <exception cref="InvalidOperationException">There is no user message.</exception>
    internal void Close()
    {
        Require(_position == Position.UserMessage);
        _buffer.Raw("\"}]"u8);
        _position = Position.Closed;
    }

    internal void Abandon() => _position = Position.Closed;

    private void RequireMessage() => Require(_position >= Position.Instructions);

    private void Require(bool inOrder)
    {
        if (!inOrder)
        {
            throw new InvalidOperationException(
                $"A prompt is written as instructions (optional), then the user message, inside {nameof(IPrompt)}.{nameof(IPrompt.Write)}; the writer stands at {_position}.");
        }
    }
}
