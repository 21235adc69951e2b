using System.Text;

namespace TypedLlm.Simulator;

/// <summary>What files and images count, about as the service does: a PDF is the image of each page with its text, other files are text.</summary>
internal static class AttachmentTokens
{
    private const int TextOfPage = 250;
    private const int CoarseImage = 85;
    private const int FineImage = 765;

    /// <summary>A file that is not at hand counts as a page: the simulator fetches nothing.</summary>
    public static int OfUnseenFile(string? detail) => TextOfPage + OfImage(detail);

    public static int OfFile(ReadOnlySpan<byte> content, string? detail) => content.StartsWith("%PDF"u8)
        ? Pages(content) * (TextOfPage + OfImage(detail))
        : TokenSplitter.Count(Encoding.UTF8.GetString(content));

    public static int OfImage(string? detail) => detail is "low" ? CoarseImage : FineImage;

    private static int Pages(ReadOnlySpan<byte> pdf)
    {
        // Good enough for what is not compressed; a PDF has a page at least.
        var pages = 0;
        var marker = "/Page"u8;
        for (var at = pdf.IndexOf(marker); at >= 0; at = pdf.IndexOf(marker))
        {
            pdf = pdf[(at + marker.Length)..];
            pages += pdf is [] or [not (byte)'s' and not (byte)'M' and not (byte)'L', ..] ? 1 : 0;
        }

        return Math.Max(1, pages);
    }
}
