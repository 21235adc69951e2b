using System.Text;

namespace TypedLlm.Tool.Service;

/// <summary>Takes a key out of what a service answers: some quote it in errors, whole or shortened, and words of errors are printed.</summary>
/// <param name="key">The key of the request.</param>
internal sealed class KeyRedactor(string key)
{
    /// <summary>The least length of what is taken for a part of the key. Shorter keys are those of servers that look at none.</summary>
    public const int MinPart = 8;

    private readonly byte[] _key = Encoding.UTF8.GetBytes(key);

    // Of a short key, a part may well be an ordinary word.
    private int Least => _key.Length < 2 * MinPart ? Math.Max(_key.Length, MinPart) : MinPart;

    /// <summary>Drops the headers that hold the key, and hides it in the body while that is read.</summary>
    public async Task RedactAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        foreach (var (name, values) in response.Headers.NonValidated)
        {
            if (values.Any(Contains))
            {
                response.Headers.Remove(name);
            }
        }

        var content = response.Content;
        response.Content = new StreamContent(new RedactedStream(await content.ReadAsStreamAsync(cancellationToken), this));
        if (content.Headers.ContentType is { } type && !Contains(type.ToString()))
        {
            response.Content.Headers.ContentType = type;
        }
    }

    /// <summary>Overwrites what is of the key with asterisks.</summary>
    /// <param name="text">UTF-8.</param>
    /// <param name="isEnd">Whether no more follows.</param>
    /// <returns>How many bytes are done with; what remains may be the begin of a part.</returns>
    public int Redact(Span<byte> text, bool isEnd)
    {
        var at = 0;
        while (at < text.Length)
        {
            var length = MatchLength(text[at..]);
            if (length > 0 && length == text.Length - at && !isEnd)
            {
                break;
            }

            if (length >= Least)
            {
                text.Slice(at, length).Fill((byte)'*');
                at += length;
            }
            else
            {
                at++;
            }
        }

        return at;
    }

    private bool Contains(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var redacted = bytes.ToArray();
        Redact(redacted, isEnd: true);
        return !redacted.AsSpan().SequenceEqual(bytes);
    }

    /// <summary>The length of the longest part of the key that the text starts with.</summary>
    private int MatchLength(ReadOnlySpan<byte> text)
    {
        var longest = 0;
        for (var start = 0; start + longest < _key.Length; start++)
        {
            longest = Math.Max(longest, text.CommonPrefixLength(_key.AsSpan(start)));
        }

        return longest;
    }
}
