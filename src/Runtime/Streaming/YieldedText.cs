namespace TypedLlm.Streaming;

/// <summary>
/// Remembers the text that was handed out, as length and hash, so that it can be compared with the whole text at the end without being kept.
/// </summary>
internal struct YieldedText
{
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    private int _length;
    private ulong _hash;

    public void Add(ReadOnlySpan<char> text)
    {
        _hash = Hash(_length == 0 ? Offset : _hash, text);
        _length += text.Length;
    }

    /// <summary>Whether <paramref name="whole"/> begins with what was handed out; if so, what is missing.</summary>
    public readonly bool IsPrefixOf(string whole, out string rest)
    {
        rest = "";
        if (_length > whole.Length || (_length > 0 && Hash(Offset, whole.AsSpan(0, _length)) != _hash))
        {
            return false;
        }

        rest = whole[_length..];
        return true;
    }

    /// <summary>FNV-1a over UTF-16 units: the same however the text was cut.</summary>
    private static ulong Hash(ulong hash, ReadOnlySpan<char> text)
    {
        foreach (var unit in text)
        {
            hash = (hash ^ unit) * Prime;
        }

        return hash;
    }
}
