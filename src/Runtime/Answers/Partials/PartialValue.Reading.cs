using System.Diagnostics.CodeAnalysis;
using TypedLlm.TypedAnswers;

namespace TypedLlm.CompilerServices;

/// <summary>What is read as a value of its type once it is whole.</summary>
public readonly partial struct PartialValue
{
    /// <summary>The value, once it is whole and what its type demands; default until then.</summary>
    /// <typeparam name="T">Its type, which allows null.</typeparam>
    /// <param name="read">Reads it.</param>
    public T? Whole<T>(AnswerRead<T> read) => TryRead(read, out var value) ? value : default;

    /// <summary>Reads the value, if it is whole and what its type demands.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="read">Reads it.</param>
    /// <param name="value">The value.</param>
    public bool TryRead<T>(AnswerRead<T> read, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        return TryGetJson(out var json) && TryRead(json, Document!.IsChecked, read, out value);
    }

    /// <summary>Reads the key of a dictionary's entry: a member of a pair, or the name of a member.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="read">Reads it.</param>
    /// <param name="isNumber">Whether a name is read without its quotes, as a number or a truth value.</param>
    /// <param name="key">The key.</param>
    public bool TryReadKey<T>(AnswerRead<T> read, bool isNumber, [MaybeNullWhen(false)] out T key)
    {
        key = default;
        if (Document is not { } document)
        {
            return false;
        }

        if (!IsNamed(document))
        {
            return Member("key"u8).TryRead(read, out key);
        }

        var name = document.NameJson(_node, isQuoted: !isNumber);
        return TryRead(isNumber ? AnswerReader.Literal(name) : name, document.IsChecked, read, out key);
    }

    /// <summary>The value of a dictionary's entry.</summary>
    public PartialValue EntryValue => Document is { } document && IsNamed(document) ? this : Member("value"u8);

    private bool IsNamed(PartialDocument document) => _node != 0 && document.Node(document.Node(_node).Parent).Kind == PartialKind.Object;

    [SuppressMessage("Design", "CA1031", Justification = "Nothing is swallowed: what refuses a value refuses the whole answer, which is read when it has come.")]
    private static bool TryRead<T>(ReadOnlySpan<byte> json, bool isChecked, AnswerRead<T> read, [MaybeNullWhen(false)] out T value)
    {
        try
        {
            var reader = new AnswerReader(json, default) { IsChecked = isChecked };
            reader.Begin(default);
            value = read(ref reader);
            reader.End();
            reader.EndChecks();
            return true;
        }
        catch (Exception)
        {
            value = default;
            return false;
        }
    }
}
