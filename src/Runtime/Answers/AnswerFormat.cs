using System.ComponentModel;

namespace TypedLlm.CompilerServices;

/// <summary>How answers of one type are asked for. Generated code derives from <see cref="AnswerFormat{T}"/>; not meant to be used by hand.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class AnswerFormat
{
    private protected AnswerFormat()
    {
    }

    /// <summary>The name that the service gets: at most 64 letters, digits, <c>_</c> and <c>-</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The JSON schema, as UTF-8.</summary>
    public abstract ReadOnlySpan<byte> Schema { get; }

    /// <summary>What a request says under <c>text.format</c>, as UTF-8.</summary>
    public abstract ReadOnlySpan<byte> FormatJson { get; }
}
