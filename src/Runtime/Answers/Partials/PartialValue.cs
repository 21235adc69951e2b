using System.ComponentModel;
using TypedLlm.TypedAnswers;

namespace TypedLlm.CompilerServices;

/// <summary>A value of an answer that is arriving, for generated partials. A view: it shows more when read again later. Not meant to be used by hand.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly partial struct PartialValue : IEquatable<PartialValue>
{
    private readonly PartialDocument? _document;
    private readonly int _node;
    private readonly int _version;

    internal PartialValue(PartialDocument document, int node)
    {
        _document = document;
        _node = node;
        _version = document.Version;
    }

    /// <summary>The value of an answer of which this has arrived, for tests of code that shows partials.</summary>
    /// <param name="json">The JSON so far.</param>
    public static PartialValue Of(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        var document = new PartialDocument(AnswerLimits.Bytes);
        document.Append(json);
        return document.HasRoot ? new PartialValue(document, 0) : default;
    }

    /// <summary>How far it has come. What is not there is pending.</summary>
    public PartialState State => Document switch
    {
        null => PartialState.Pending,
        var document => document.Node(_node).IsDone ? PartialState.Done : PartialState.Growing,
    };

    /// <summary>Whether an object or a list has begun.</summary>
    public bool IsContainer => Kind is PartialKind.Object or PartialKind.List;

    /// <summary>The number of elements or members that have begun.</summary>
    public int Count => Document is { } document ? document.Node(_node).Count : 0;

    /// <summary>The number of elements or members that are whole.</summary>
    public int DoneCount => Document is { } document && Count is > 0 and var count && !document.Node(document.Node(_node).LastChild).IsDone ? count - 1 : Count;

    /// <summary>What it is; null while it is pending.</summary>
    internal PartialKind? Kind => Document?.Node(_node).Kind;

    /// <exception cref="InvalidOperationException">The answer began anew after the view was made.</exception>
    private PartialDocument? Document => _document is null || _document.Version == _version
        ? _document
        : throw new InvalidOperationException("The partial is of an answer that was given up; a partial is valid until the next one is asked for.");

    /// <summary>Compares what is viewed.</summary>
    public static bool operator ==(PartialValue left, PartialValue right) => left.Equals(right);

    /// <summary>Compares what is viewed.</summary>
    public static bool operator !=(PartialValue left, PartialValue right) => !left.Equals(right);

    /// <summary>The name of a member of an object; null for anything else.</summary>
    public string? Name => Document is { } document && _node != 0 && document.Node(document.Node(_node).Parent).Kind == PartialKind.Object
        ? document.NameOf(_node)
        : null;

    /// <summary>A member of an object; one that is pending if it is not there.</summary>
    /// <param name="utf8Name">The name on the wire.</param>
    public PartialValue Member(ReadOnlySpan<byte> utf8Name)
    {
        if (Document is { } document && document.Node(_node).Kind == PartialKind.Object)
        {
            for (var child = document.Node(_node).FirstChild; child != 0; child = document.Node(child).Next)
            {
                if (document.IsNamed(child, utf8Name))
                {
                    return new PartialValue(document, child);
                }
            }
        }

        return default;
    }

    /// <summary>The first element of a list or member of an object; one that is pending if there is none.</summary>
    public PartialValue First() => Document is { } document && document.Node(_node).FirstChild is not 0 and var child ? new PartialValue(document, child) : default;

    /// <summary>The element or member behind this one; one that is pending if there is none yet.</summary>
    public PartialValue Next() => Document is { } document && document.Node(_node).Next is not 0 and var next ? new PartialValue(document, next) : default;

    /// <summary>The value inside the object around it, or itself where a compatible server left that out; one that is pending if neither is certain yet.</summary>
    internal PartialValue Inside(ReadOnlySpan<byte> wrapper) =>
        wrapper.IsEmpty || Kind != PartialKind.Object || (First() is var first && first.State != PartialState.Pending && !first.Document!.IsNamed(first._node, wrapper))
            ? this
            : First();

    /// <summary>The text as far as it has arrived and is Unicode; null if it is no text.</summary>
    public string? Text()
    {
        if (Document is not { } document || document.Node(_node).Kind != PartialKind.String)
        {
            return null;
        }

        return PartialText.Decode(document.BytesOf(_node), document.Node(_node).IsDone);
    }

    /// <summary>The JSON of a value that is whole.</summary>
    public bool TryGetJson(out ReadOnlySpan<byte> utf8Json)
    {
        if (Document is { } document && document.Node(_node).IsDone)
        {
            utf8Json = document.BytesOf(_node);
            return true;
        }

        utf8Json = default;
        return false;
    }

    /// <inheritdoc/>
    public bool Equals(PartialValue other) => ReferenceEquals(_document, other._document) && _node == other._node && _version == other._version;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is PartialValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_document, _node, _version);
}
