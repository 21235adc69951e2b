using System.Text.Json;

namespace TypedLlm.Benchmarks.Answers;

/// <summary>What others do with an answer that is arriving: close what is open, and parse all of it again.</summary>
internal sealed class HealedJson(int length)
{
    private const int MaxDepth = 64;

    // What may have to be closed behind the text: a quote and the brackets.
    private readonly byte[] _bytes = new byte[length + MaxDepth + 1];

    private int _length;

    public void Append(string delta) => _length += System.Text.Encoding.UTF8.GetBytes(delta, _bytes.AsSpan(_length));

    public void Clear() => _length = 0;

    /// <summary>The number of lines, and null as long as what is there cannot be healed: inside a name, a number or an escape.</summary>
    public int? CountLines()
    {
        var end = Close();
        try
        {
            using var document = JsonDocument.Parse(_bytes.AsMemory(0, end));
            return document.RootElement.TryGetProperty("Lines"u8, out var lines) ? lines.GetArrayLength() : 0;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private int Close()
    {
        Span<byte> open = stackalloc byte[MaxDepth];
        var (depth, isString) = (0, false);
        for (var at = 0; at < _length; at++)
        {
            switch (_bytes[at])
            {
                case (byte)'\\' when isString:
                    at++;
                    break;
                case (byte)'"':
                    isString = !isString;
                    break;
                case var bracket and ((byte)'{' or (byte)'[') when !isString:
                    open[depth++] = (byte)(bracket + 2);
                    break;
                case (byte)'}' or (byte)']' when !isString:
                    depth--;
                    break;
            }
        }

        var end = _length;
        if (isString)
        {
            _bytes[end++] = (byte)'"';
        }

        while (depth > 0)
        {
            _bytes[end++] = open[--depth];
        }

        return end;
    }
}
