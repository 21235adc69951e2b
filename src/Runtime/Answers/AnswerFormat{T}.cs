using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using TypedLlm.TypedAnswers;

namespace TypedLlm.CompilerServices;

/// <summary>How answers of one type are asked for and read. Generated code derives from it; not meant to be used by hand.</summary>
/// <typeparam name="T">The type of the answers.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class AnswerFormat<T> : AnswerFormat
{
    /// <summary>The only property of the object around an answer that is no object itself; else empty.</summary>
    protected virtual ReadOnlySpan<byte> Wrapper => default;

    /// <summary>Reads a whole answer. One without the object around it is taken too, as compatible servers send it.</summary>
    /// <param name="json">The answer as UTF-8.</param>
    /// <returns>The value.</returns>
    /// <exception cref="AnswerException">The answer is not JSON, or not what the type demands.</exception>
    public T Read(ReadOnlySpan<byte> json) => Read(json, out _);

    /// <summary>Makes the view of an answer that is arriving; null if the type has none.</summary>
    /// <param name="value">The answer's value.</param>
    protected virtual object? ViewPartial(PartialValue value) => null;

    /// <summary>Makes what shows an answer while it arrives: as its view if the type has one; as text if it is an object; else not at all.</summary>
    internal IAnswerView<T> NewView() => ViewPartial(default) is not null ? new PartialView<T>(this) : Wrapper.IsEmpty ? new DeltaView<T>() : new NoView<T>();

    /// <summary>Whether an answer without the object around it is a list.</summary>
    internal bool MayBeList => Wrapper.SequenceEqual("items"u8);

    /// <summary>Where the value stands in the answer.</summary>
    internal string Place => Wrapper.IsEmpty ? "$" : $"$.{Encoding.UTF8.GetString(Wrapper)}";

    /// <summary>Makes the view of an answer that is arriving, past the object around it, if there is one; null before it has begun.</summary>
    internal object? View(PartialValue root) => root.Inside(Wrapper) is { State: not PartialState.Pending } value ? ViewPartial(value) : null;

    /// <summary>Reads a whole answer, with what its checks do not like about it.</summary>
    /// <exception cref="AnswerException">The answer is not JSON, or not what the type demands.</exception>
    [SuppressMessage("Design", "CA1031", Justification = "Constructors and setters are code of the user's: whatever they throw refuses the answer, and is kept.")]
    internal T Read(ReadOnlySpan<byte> json, out IReadOnlyList<LlmFinding> warnings)
    {
        var reader = new AnswerReader(json, Schema);
        try
        {
            reader.Begin(Wrapper);
            var value = ReadValue(ref reader);
            reader.End();
            reader.EndChecks();
            warnings = reader.Warnings;
            return value;
        }
        catch (JsonException) when (!reader.IsMaking)
        {
            throw reader.NotJson();
        }
        catch (Exception exception) when (exception is not AnswerException)
        {
            throw reader.Refuse(exception);
        }
    }

    /// <summary>Reads the value on whose first token the reader stands.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>The value.</returns>
    protected abstract T ReadValue(ref AnswerReader reader);
}
