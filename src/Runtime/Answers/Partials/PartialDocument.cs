using System.Runtime.InteropServices;
using System.Text;
using TypedLlm.Streaming;
using TypedLlm.Transports;

namespace TypedLlm.TypedAnswers;

/// <summary>
/// The JSON of an answer while it arrives: a state machine that looks at each byte once and keeps a table of the values it has seen. What is
/// not JSON stops it; the answer is judged by its reader when it is whole.
/// </summary>
/// <param name="maxBytes">The most bytes that are kept; beyond them it stops.</param>
internal sealed class PartialDocument(int maxBytes) : IDisposable
{
    public const int MaxDepth = 64;

    private const int Root = 0;
    private const int InitialBytes = 1024;
    private const int Short = 16;
    private const int LongestShort = Short * 3;

    private readonly PooledBuffer _bytes = new(InitialBytes, maxBytes);
    private readonly PartialNodes _nodes = new();
    private Dictionary<int, PartialCursor>? _cursors;
    private Expected _expected;
    private int _position;
    private int _depth;
    private int _current;
    private bool _isEscaped;
    private int _nameStart;
    private int _nameLength;
    private bool _nameHasEscape;
    private int _escape;
    private int _escapeBefore;

    private enum Expected
    {
        /// <summary>The answer, be it in words or a fence. One that begins as a text is that, whatever brackets are in it.</summary>
        Start,

        /// <summary>The object or list of the answer, or the words before it.</summary>
        Root,
        Value,
        ValueOrEnd,
        Name,
        NameOrEnd,
        Colon,
        CommaOrEnd,
        RestOfName,
        RestOfString,
        RestOfLiteral,

        /// <summary>The answer is whole, or only the whole can tell what it is; what comes is passed over.</summary>
        Nothing,

        /// <summary>It is no JSON.</summary>
        Broken,
    }

    /// <summary>Grows each time the document begins anew, so that a view of what was there before can tell.</summary>
    public int Version { get; private set; }

    /// <summary>Whether values are read now that were checked before, and shown.</summary>
    public bool IsChecked { get; set; }

    /// <summary>Whether there is a root, be it in its beginnings.</summary>
    public bool HasRoot => _nodes.Count > 0;

    public bool IsBroken => _expected == Expected.Broken;

    public ref readonly PartialNode Node(int index) => ref _nodes[index];

    /// <summary>Where the readers of a list are.</summary>
    public ref PartialCursor Cursor(int list) => ref CollectionsMarshal.GetValueRefOrAddDefault(_cursors ??= [], list, out _);

    /// <summary>Takes in the next piece of the answer.</summary>
    public void Append(ReadOnlySpan<byte> utf8)
    {
        if (IsBroken || !_bytes.TryReserve(utf8.Length))
        {
            _expected = Expected.Broken;
            return;
        }

        utf8.CopyTo(_bytes.FreeSpan);
        _bytes.Advance(utf8.Length);
        Scan(_bytes.Content);
    }

    /// <summary>Takes in the next piece of the answer.</summary>
    public void Append(string text)
    {
        var isShort = text.Length <= Short;
        if (IsBroken || !_bytes.TryReserve(isShort ? LongestShort : Encoding.UTF8.GetMaxByteCount(text.Length)))
        {
            _expected = Expected.Broken;
            return;
        }

        var plain = isShort ? CopyPlain(text) : 0;
        if (plain < text.Length)
        {
            _bytes.Advance(Encoding.UTF8.GetBytes(text.AsSpan(plain), _bytes.FreeSpan));
            Scan(_bytes.Content);
        }
    }

    /// <summary>Begins anew.</summary>
    public void Clear()
    {
        Version++;
        _bytes.Clear(largestKept: 64 * 1024);
        _nodes.Clear();
        _cursors?.Clear();
        _expected = Expected.Start;
        _position = _depth = _current = _nameStart = _nameLength = _escape = _escapeBefore = 0;
        _isEscaped = _nameHasEscape = false;
    }

    /// <summary>The bytes of a value, its quotes included. Of one that is not done, as far as it can be read.</summary>
    public ReadOnlySpan<byte> BytesOf(int index)
    {
        ref readonly var node = ref Node(index);
        ReadOnlySpan<byte> bytes = _bytes.Content;
        if (node.IsDone)
        {
            return bytes[node.Start..node.End];
        }

        bytes = bytes[node.Start..];
        return node.Kind == PartialKind.String
            ? bytes[..(1 + PartialText.ReadableLength(bytes[1..], _escape - node.Start - 1, _escapeBefore - node.Start - 1, _isEscaped))]
            : bytes;
    }

    public bool IsNamed(int index, ReadOnlySpan<byte> utf8Name)
    {
        ref readonly var node = ref Node(index);
        var name = _bytes.Content.Slice(node.NameStart, node.NameLength);
        return name.SequenceEqual(utf8Name) || (node.NameHasEscape && PartialText.IsEscaped(name, utf8Name));
    }

    /// <summary>The name of a member; null if it is no text.</summary>
    public string? NameOf(int index) => JsonStrings.TryDecode(NameJson(index, isQuoted: true), out var name) ? name : null;

    /// <summary>The name of a member as it was written, with its quotes or without.</summary>
    public ReadOnlySpan<byte> NameJson(int index, bool isQuoted)
    {
        ref readonly var node = ref Node(index);
        ReadOnlySpan<byte> bytes = _bytes.Content;
        return isQuoted ? bytes.Slice(node.NameStart - 1, node.NameLength + 2) : bytes.Slice(node.NameStart, node.NameLength);
    }

    public void Dispose()
    {
        Clear();
        _bytes.Dispose();
        _nodes.Dispose();
    }

    /// <summary>
    /// Most pieces are a few plain characters inside a string, which need no more than to be copied. For them the general ways take longer to begin
    /// than to do their work.
    /// </summary>
    private int CopyPlain(string text)
    {
        if (_isEscaped || _expected is not (Expected.RestOfString or Expected.RestOfName))
        {
            return 0;
        }

        var utf8 = _bytes.FreeSpan[..text.Length];
        var count = 0;
        while (count < utf8.Length && text[count] < 0x80 && !IsSpecial(text[count]))
        {
            utf8[count] = (byte)text[count];
            count++;
        }

        _bytes.Advance(count);
        _position += count;
        return count;
    }

    private static bool IsSpecial(char character) => character is '"' or '\\' or < ' ';

    private void Scan(ReadOnlySpan<byte> bytes)
    {
        while (_position < bytes.Length)
        {
            switch (_expected)
            {
                case Expected.Broken or Expected.Nothing:
                    _position = bytes.Length;
                    return;
                case Expected.RestOfString or Expected.RestOfName:
                    ScanString(bytes);
                    break;
                case Expected.RestOfLiteral:
                    ScanLiteral(bytes);
                    break;
                default:
                    Take(bytes[_position]);
                    break;
            }
        }
    }

    /// <summary>A byte between values.</summary>
    private void Take(byte next)
    {
        var at = _position++;
        if (next is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
        {
            return;
        }

        switch (_expected)
        {
            case Expected.Start when next == (byte)'"':
                _expected = Expected.Nothing;
                break;
            case Expected.Start or Expected.Root when next is (byte)'{' or (byte)'[':
                if (JsonInProse.IsAtBegin(_bytes.Content[..at]))
                {
                    BeginValue(next, at);
                }
                else
                {
                    // A bracket among words may be a draft, or no more than one of them.
                    _expected = Expected.Nothing;
                }

                break;
            case Expected.Start or Expected.Root:
                _expected = Expected.Root;
                break;
            case Expected.ValueOrEnd when next == (byte)']':
            case Expected.NameOrEnd when next == (byte)'}':
                EndContainer(at);
                break;
            case Expected.Value or Expected.ValueOrEnd:
                BeginValue(next, at);
                break;
            case Expected.Name or Expected.NameOrEnd when next == (byte)'"':
                _nameStart = at + 1;
                _expected = Expected.RestOfName;
                break;
            case Expected.Colon when next == (byte)':':
                _expected = Expected.Value;
                break;
            case Expected.CommaOrEnd when next == (byte)',':
                _expected = _nodes[_current].Kind == PartialKind.Object ? Expected.Name : Expected.Value;
                break;
            case Expected.CommaOrEnd when next == (byte)(_nodes[_current].Kind == PartialKind.Object ? '}' : ']'):
                EndContainer(at);
                break;
            default:
                _expected = Expected.Broken;
                break;
        }
    }

    private void BeginValue(byte first, int at)
    {
        var kind = first switch
        {
            (byte)'{' => PartialKind.Object,
            (byte)'[' => PartialKind.List,
            (byte)'"' => PartialKind.String,
            _ => PartialKind.Literal,
        };
        if ((kind == PartialKind.Literal && !PartialLiteral.IsBegin(first)) || (kind <= PartialKind.List && ++_depth > MaxDepth) || _nodes.Count >= AnswerLimits.Elements)
        {
            _expected = Expected.Broken;
            return;
        }

        _current = _nodes.Add(new PartialNode { Parent = _current, Kind = kind, Start = at, NameStart = _nameStart, NameLength = _nameLength, NameHasEscape = _nameHasEscape });
        _nameLength = 0;
        _nameHasEscape = false;
        _expected = kind switch
        {
            PartialKind.Object => Expected.NameOrEnd,
            PartialKind.List => Expected.ValueOrEnd,
            PartialKind.String => Expected.RestOfString,
            _ => Expected.RestOfLiteral,
        };
    }

    private void EndContainer(int at)
    {
        _depth--;
        EndValue(at + 1);
    }

    private void EndValue(int end)
    {
        ref var node = ref _nodes[_current];
        node.End = end;
        node.IsDone = true;
        _expected = _current == Root ? Expected.Nothing : Expected.CommaOrEnd;
        _current = node.Parent;
    }

    private void ScanString(ReadOnlySpan<byte> bytes)
    {
        if (_isEscaped)
        {
            _isEscaped = false;
            _position++;
            return;
        }

        var rest = bytes[_position..];
        var special = rest.Length > Short ? JsonStrings.IndexOfSpecial(rest) : IndexOfSpecial(rest);
        if (special < 0)
        {
            _position = bytes.Length;
            return;
        }

        var at = _position + special;
        _position = at + 1;
        switch (bytes[at])
        {
            case (byte)'\\':
                _isEscaped = true;
                _escapeBefore = _escape;
                _escape = at;
                _nameHasEscape |= _expected == Expected.RestOfName;

                break;
            case (byte)'"' when _expected == Expected.RestOfName:
                _nameLength = at - _nameStart;
                _expected = Expected.Colon;
                break;
            case (byte)'"':
                EndValue(_position);
                break;
            default:
                // What was shown of the string stays, and ends here.
                _bytes.Advance(at - _bytes.Length);
                _expected = Expected.Broken;
                break;
        }
    }

    private static int IndexOfSpecial(ReadOnlySpan<byte> few)
    {
        for (var at = 0; at < few.Length; at++)
        {
            if (IsSpecial((char)few[at]))
            {
                return at;
            }
        }

        return -1;
    }

    private void ScanLiteral(ReadOnlySpan<byte> bytes)
    {
        while (!PartialLiteral.IsEnd(bytes[_position]))
        {
            if (++_position == bytes.Length)
            {
                return;
            }
        }

        // What ends it is not part of it.
        if (PartialLiteral.IsWhole(bytes[_nodes[_current].Start.._position]))
        {
            EndValue(_position);
        }
        else
        {
            _expected = Expected.Broken;
        }
    }
}
