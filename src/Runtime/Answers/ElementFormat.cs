using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using TypedLlm.TypedAnswers;

namespace TypedLlm.CompilerServices;

/// <summary>How answers that are lists are asked for and read element by element. Generated code derives from it; not meant to be used by hand.</summary>
/// <typeparam name="T">The type of the elements.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ElementFormat<T> : AnswerFormat<List<T>>
{
    /// <summary>Reads the element on whose first token the reader stands.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>The element.</returns>
    protected abstract T ReadElement(ref AnswerReader reader);

    /// <inheritdoc/>
    protected sealed override List<T> ReadValue(ref AnswerReader reader)
    {
        var elements = new List<T>();
        reader.BeginList();
        while (reader.NextElement())
        {
            elements.Add(ReadElement(ref reader));
        }

        return elements;
    }

    /// <summary>The list inside the object around it.</summary>
    internal PartialValue List(PartialValue root)
    {
        // The whole answer is refused if another property comes first, so that nothing of that is an element.
        var list = root.Inside(Wrapper);
        return list.Kind == PartialKind.List ? list : default;
    }

    /// <summary>Reads one element of an answer that is arriving; false if it is not valid, which the whole answer will not be either.</summary>
    /// <param name="json">The element.</param>
    /// <param name="keyComparisons">What the sets and dictionaries of the elements before it took, and then those of this one too.</param>
    /// <param name="element">What was read.</param>
    /// <exception cref="AnswerException">A check threw.</exception>
    [SuppressMessage("Design", "CA1031", Justification = "Nothing is swallowed: what refuses an element refuses the whole answer, which is read when it has come.")]
    internal bool TryReadElement(ReadOnlySpan<byte> json, ref long keyComparisons, out T element)
    {
        try
        {
            var reader = new AnswerReader(json, Schema) { KeyComparisons = keyComparisons };
            reader.Begin(default);
            element = ReadElement(ref reader);
            keyComparisons = reader.KeyComparisons;
            reader.EndChecks();
            return true;
        }
        catch (Exception exception) when (exception is not AnswerException { IsFaultOfProgram: true })
        {
            element = default!;
            return false;
        }
    }
}
