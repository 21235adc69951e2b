namespace TypedLlm.Simulator;

/// <summary>A base64-encoded data URL.</summary>
/// <param name="MediaType">Its media type, without parameters.</param>
/// <param name="Content">What it holds.</param>
internal sealed record DataUrl(string MediaType, byte[] Content)
{
    private const string Scheme = "data:";
    private const string Encoding = ";base64";

    public bool IsImage => MediaType.StartsWith("image/", StringComparison.Ordinal);

    public static bool IsDataUrl(string text) => text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase);

    /// <summary>The URL that <paramref name="text"/> is; null if it is none, or holds no base64.</summary>
    public static DataUrl? Parse(string text)
    {
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        if (!IsDataUrl(text) || comma < 0)
        {
            return null;
        }

        var head = text[Scheme.Length..comma];
        var mediaType = head.Split(';')[0].ToLowerInvariant();
        var buffer = new byte[text.Length - comma];
        return head.EndsWith(Encoding, StringComparison.OrdinalIgnoreCase) && mediaType.Contains('/', StringComparison.Ordinal)
            && Convert.TryFromBase64String(text[(comma + 1)..], buffer, out var length)
            ? new DataUrl(mediaType, buffer[..length])
            : null;
    }
}
