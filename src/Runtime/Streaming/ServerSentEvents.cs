using TypedLlm.Transports;

namespace TypedLlm.Streaming;

/// <summary>
/// Splits bytes into server-sent events by the WHATWG's rules, looking at each byte once however it arrives. Lines may end in LF, CR or CRLF;
/// comments and the fields that only browsers need (<c>id</c>, <c>retry</c>) are passed over. An event without its closing blank line is none.
/// </summary>
internal sealed class ServerSentEvents(PooledBuffer buffer)
{
    // All positions count from the buffer's first byte, so they stay right when the buffer moves its content.
    private int _line;
    private int _scanned;
    private int _nameStart;
    private int _nameLength;
    private int _dataStart;
    private int _dataLength;
    private bool _hasData;
    private bool _isDelivered;
    private bool _skipLineFeed;
    private bool _isPastFirstLine;

    /// <summary>Takes the next event that has arrived whole. The spans are valid until the next call or until the buffer changes.</summary>
    public bool TryRead(out ReadOnlySpan<byte> name, out ReadOnlySpan<byte> data)
    {
        if (_isDelivered)
        {
            Forget();
        }

        if (TryReadUsual(out name, out data))
        {
            return true;
        }

        while (TryReadLine(out var start, out var length))
        {
            if (length > 0)
            {
                ReadField(start, length);
            }
            else if (_hasData)
            {
                _isDelivered = true;
                name = buffer.Content.Slice(_nameStart, _nameLength);
                data = buffer.Content.Slice(_dataStart, _dataLength);
                return true;
            }
            else
            {
                Forget();
            }
        }

        name = data = default;
        return false;
    }

    /// <summary>An event that has arrived whole and consists of its name, one line of data and a blank line, each ended by LF: nearly all are.</summary>
    private bool TryReadUsual(out ReadOnlySpan<byte> name, out ReadOnlySpan<byte> data)
    {
        ReadOnlySpan<byte> content = buffer.Content;
        if (_scanned == 0 && !_skipLineFeed && content.StartsWith("event: "u8))
        {
            var nameEnd = content.IndexOfAny((byte)'\n', (byte)'\r');
            if (nameEnd >= 0 && content[nameEnd..].StartsWith("\ndata: "u8))
            {
                var dataStart = nameEnd + 7;
                var length = content[dataStart..].IndexOfAny((byte)'\n', (byte)'\r');
                if (length >= 0 && content[(dataStart + length)..].StartsWith("\n\n"u8))
                {
                    name = content[7..nameEnd];
                    data = content.Slice(dataStart, length);
                    _line = dataStart + length + 2;
                    _isDelivered = _isPastFirstLine = true;
                    return true;
                }
            }
        }

        name = data = default;
        return false;
    }

    private bool TryReadLine(out int start, out int length)
    {
        ReadOnlySpan<byte> content = buffer.Content;
        if (_skipLineFeed && _line < content.Length)
        {
            _skipLineFeed = false;
            if (content[_line] == '\n')
            {
                _scanned = ++_line;
            }
        }

        start = _line;
        var end = content[_scanned..].IndexOfAny((byte)'\n', (byte)'\r');
        if (end < 0)
        {
            _scanned = content.Length;
            length = 0;
            return false;
        }

        end += _scanned;
        length = end - start;
        _skipLineFeed = content[end] == '\r';
        _line = _scanned = end + 1;
        if (!_isPastFirstLine)
        {
            _isPastFirstLine = true;
            if (content.Slice(start, length).StartsWith("\uFEFF"u8))
            {
                start += 3;
                length -= 3;
            }
        }

        return true;
    }

    private void ReadField(int start, int length)
    {
        ReadOnlySpan<byte> line = buffer.Content.Slice(start, length);
        if (IsField(line, "data"u8, out var value))
        {
            AddData(start + value, length - value);
        }
        else if (IsField(line, "event"u8, out value))
        {
            (_nameStart, _nameLength) = (start + value, length - value);
        }
        else if (!_hasData && _nameLength == 0)
        {
            // Nothing is gathered yet, so keep-alives do not pile up.
            Forget();
        }
    }

    private static bool IsField(ReadOnlySpan<byte> line, ReadOnlySpan<byte> field, out int value)
    {
        value = line.Length;
        if (!line.StartsWith(field))
        {
            return false;
        }

        if (line.Length == field.Length)
        {
            return true;
        }

        if (line[field.Length] != ':')
        {
            return false;
        }

        value = field.Length + 1;
        if (value < line.Length && line[value] == ' ')
        {
            value++;
        }

        return true;
    }

    private void AddData(int start, int length)
    {
        if (!_hasData)
        {
            _hasData = true;
            (_dataStart, _dataLength) = (start, length);
            return;
        }

        // Further lines close up in place: the end of a line and its field name leave more room than the joining line feed takes.
        var content = buffer.Content;
        var end = _dataStart + _dataLength;
        content[end] = (byte)'\n';
        content.Slice(start, length).CopyTo(content[(end + 1)..]);
        _dataLength += 1 + length;
    }

    private void Forget()
    {
        buffer.Consume(_line);
        _line = _scanned = 0;
        _nameStart = _nameLength = _dataStart = _dataLength = 0;
        _hasData = _isDelivered = false;
    }
}
