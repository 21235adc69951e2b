using System.Globalization;
using System.Text.Json;
using TypedLlm.TypedAnswers;

namespace TypedLlm.CompilerServices;

/// <summary>Numbers. A whole number may be written as <c>3.0</c>, as models do.</summary>
public ref partial struct AnswerReader
{
    /// <summary>Reads true or false.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="AnswerException">The value is neither.</exception>
    public readonly bool ReadBoolean() => _reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => throw Unexpected("true or false"),
    };

    /// <summary>Reads a whole number.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="AnswerException">The value is no such number.</exception>
    public readonly sbyte ReadSByte() => (sbyte)ReadInteger(sbyte.MinValue, sbyte.MaxValue);

    /// <inheritdoc cref="ReadSByte"/>
    public readonly byte ReadByte() => (byte)ReadInteger(byte.MinValue, byte.MaxValue);

    /// <inheritdoc cref="ReadSByte"/>
    public readonly short ReadInt16() => (short)ReadInteger(short.MinValue, short.MaxValue);

    /// <inheritdoc cref="ReadSByte"/>
    public readonly ushort ReadUInt16() => (ushort)ReadInteger(ushort.MinValue, ushort.MaxValue);

    /// <inheritdoc cref="ReadSByte"/>
    public readonly int ReadInt32() => (int)ReadInteger(int.MinValue, int.MaxValue);

    /// <inheritdoc cref="ReadSByte"/>
    public readonly uint ReadUInt32() => (uint)ReadInteger(uint.MinValue, uint.MaxValue);

    /// <inheritdoc cref="ReadSByte"/>
    public readonly long ReadInt64() => ReadInteger(long.MinValue, long.MaxValue);

    /// <inheritdoc cref="ReadSByte"/>
    public readonly ulong ReadUInt64() =>
        IsNumber && _reader.TryGetUInt64(out var value) ? value : (ulong)ReadFractionless(ulong.MinValue, ulong.MaxValue);

    /// <summary>Reads a number.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="AnswerException">The value is no such number.</exception>
    public readonly float ReadSingle() =>
        IsNumber && _reader.TryGetSingle(out var value) && float.IsFinite(value) ? value : throw Unexpected("a number that a float can hold");

    /// <inheritdoc cref="ReadSingle"/>
    public readonly double ReadDouble() =>
        IsNumber && _reader.TryGetDouble(out var value) && double.IsFinite(value) ? value : throw Unexpected("a number that a double can hold");

    /// <inheritdoc cref="ReadSingle"/>
    public readonly decimal ReadDecimal() =>
        IsNumber && (ShortDecimal.TryRead(_reader.ValueSpan, out var value) || _reader.TryGetDecimal(out value)) ? value : throw Unexpected("a number that a decimal can hold");

    private readonly bool IsNumber => _reader.TokenType == JsonTokenType.Number;

    private readonly long ReadInteger(long minimum, long maximum) =>
        IsNumber && _reader.TryGetInt64(out var value) && value >= minimum && value <= maximum ? value : (long)ReadFractionless(minimum, maximum);

    private readonly decimal ReadFractionless(decimal minimum, decimal maximum)
    {
        var hasFraction = false;
        if (IsNumber && _reader.TryGetDecimal(out var value))
        {
            hasFraction = value != decimal.Truncate(value);
            if (!hasFraction && value >= minimum && value <= maximum)
            {
                return value;
            }
        }

        throw Refuse(
            string.Create(CultureInfo.InvariantCulture, $"a whole number from {minimum} to {maximum}"), hasFraction ? "a number with a fraction" : Found);
    }
}
