using System.Globalization;
using System.Text;

namespace TypedLlm.Benchmarks.Server;

/// <summary>The bytes of an answer, HTTP framing included, cut into the writes that send it.</summary>
internal sealed record PreparedAnswer(IReadOnlyList<byte[]> Writes, bool Paced)
{
    private const int Batch = 16 * 1024;

    /// <summary>
    /// The first segment of a path names the answer: <c>call</c>, <c>batched-1000</c> (16 KB a write),
    /// <c>flushed-1000</c> (an event a write) or <c>paced-100</c> (an event a write, one every 20 ms).
    /// </summary>
    public static PreparedAnswer For(string name)
    {
        var tokens = name.IndexOf('-', StringComparison.Ordinal) is var dash and >= 0 ? int.Parse(name.AsSpan(dash + 1), CultureInfo.InvariantCulture) : 0;
        return name.Split('-')[0] switch
        {
            "call" => new([Whole()], Paced: false),
            "batched" => new(Batched(tokens), Paced: false),
            "flushed" => new(Flushed(tokens), Paced: false),
            "paced" => new(Flushed(tokens), Paced: true),
            _ => throw new ArgumentException($"There is no answer named {name}.", nameof(name)),
        };
    }

    private static byte[] Whole()
    {
        var body = AnswerEvents.Whole(tokens: 24);
        return [.. Headers("application/json", $"Content-Length: {body.Length.ToString(CultureInfo.InvariantCulture)}"), .. body];
    }

    private static List<byte[]> Batched(int tokens)
    {
        byte[] all = [.. AnswerEvents.Preamble().Concat(AnswerEvents.Deltas(tokens)).Concat(AnswerEvents.Ending(tokens)).SelectMany(bytes => bytes)];
        return Framed(all.Chunk(Batch));
    }

    private static List<byte[]> Flushed(int tokens) =>
        Framed(AnswerEvents.Preamble().Concat(AnswerEvents.Deltas(tokens)).Concat(AnswerEvents.Ending(tokens)));

    private static List<byte[]> Framed(IEnumerable<byte[]> parts)
    {
        var writes = parts.Select(Chunk).ToList();
        writes[0] = [.. Headers("text/event-stream; charset=utf-8", "Transfer-Encoding: chunked"), .. writes[0]];
        writes[^1] = [.. writes[^1], .. "0\r\n\r\n"u8];
        return writes;
    }

    private static byte[] Chunk(byte[] part) =>
        [.. Encoding.ASCII.GetBytes(part.Length.ToString("x", CultureInfo.InvariantCulture)), .. "\r\n"u8, .. part, .. "\r\n"u8];

    private static byte[] Headers(string contentType, string framing) => Encoding.ASCII.GetBytes(
        $"HTTP/1.1 200 OK\r\nContent-Type: {contentType}\r\n{framing}\r\nDate: Thu, 05 Mar 2026 10:00:00 GMT\r\n" +
        "openai-processing-ms: 12\r\nx-request-id: req_7f3b2a1c9d8e4f50a6b7c8d9e0f1a2b3\r\nopenai-version: 2020-10-01\r\n\r\n");
}
