using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace TypedLlm.Benchmarks.Server;

/// <summary>Reads one request after the other off a connection: headers, then as many bytes as Content-Length says.</summary>
internal sealed class RequestReader(Socket socket)
{
    private readonly byte[] _buffer = new byte[16 * 1024];
    private int _length;

    /// <summary>The first segment of the path; null when the client has closed the connection.</summary>
    public async ValueTask<string?> ReadAsync()
    {
        int headersEnd;
        while ((headersEnd = _buffer.AsSpan(0, _length).IndexOf("\r\n\r\n"u8)) < 0)
        {
            if (!await FillAsync())
            {
                return null;
            }
        }

        var headers = Encoding.ASCII.GetString(_buffer, 0, headersEnd);
        var total = headersEnd + 4 + ContentLength(headers);
        while (_length < total)
        {
            if (!await FillAsync())
            {
                return null;
            }
        }

        _buffer.AsSpan(total, _length - total).CopyTo(_buffer);
        _length -= total;
        return headers.Split(' ', 3)[1].Split('/')[1];
    }

    private async ValueTask<bool> FillAsync()
    {
        var read = await socket.ReceiveAsync(_buffer.AsMemory(_length));
        _length += read;
        return read > 0;
    }

    private static int ContentLength(string headers)
    {
        const string Name = "\r\nContent-Length:";
        var start = headers.IndexOf(Name, StringComparison.OrdinalIgnoreCase) + Name.Length;
        var end = headers.IndexOf('\r', start);
        return int.Parse(headers.AsSpan(start, (end < 0 ? headers.Length : end) - start), NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture);
    }
}
