using System.Text;
using System.Text.Json;
using TypedLlm.Streaming;
using TypedLlm.Transports;

namespace TypedLlm.Runtime.Tests.Streaming;

public sealed class ServerSentEventsTests
{
    private static readonly JsonElement[] Cases = [.. Recordings.Document("sse-framing.json").GetProperty("cases").EnumerateArray()];

    public static TheoryData<string> Names => [.. Cases.Select(item => item.GetProperty("id").GetString()!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Framing_follows_the_rules_however_the_bytes_arrive(string id)
    {
        var item = Cases.Single(candidate => candidate.GetProperty("id").GetString() == id);
        var chunks = item.GetProperty("chunks_base64").EnumerateArray().Select(chunk => chunk.GetBytesFromBase64()).ToArray();
        var expected = Expected(item);

        Assert.Equal(expected, Read(chunks));
        var bytes = chunks.SelectMany(chunk => chunk).ToArray();
        Assert.Equal(expected, Read([bytes]));
        for (var seed = 0; seed < 50; seed++)
        {
            Assert.Equal(expected, Read(ChunkStream.Cut(bytes, new Random(seed), largest: 1 + (seed % 9))));
        }
    }

    [Fact]
    public void Keep_alives_and_ignored_fields_do_not_pile_up()
    {
        using var buffer = new PooledBuffer(64, 256);
        var events = new ServerSentEvents(buffer);
        for (var i = 0; i < 10_000; i++)
        {
            Append(buffer, ": still here\nid: 7\nretry: 10\n"u8);
            Assert.False(events.TryRead(out _, out _));
        }

        Append(buffer, "data: x\n\n"u8);
        Assert.True(events.TryRead(out _, out var data));
        Assert.Equal("x", Encoding.UTF8.GetString(data));
    }

    /// <summary>The data says of the long one only how long it is.</summary>
    private static (string, string)[] Expected(JsonElement item) => item.GetProperty("id").GetString() == "sse-31"
        ? [("", $$"""{"x":"{{new string('y', 200_000)}}"}""")]
        : [.. item.GetProperty("expected").EnumerateArray().Select(each => (each.GetProperty("event").GetString() ?? "", each.GetProperty("data").GetString()!))];

    private static List<(string, string)> Read(IEnumerable<byte[]> chunks)
    {
        using var buffer = new PooledBuffer(16, 1024 * 1024);
        var events = new ServerSentEvents(buffer);
        var read = new List<(string, string)>();
        foreach (var chunk in chunks)
        {
            Append(buffer, chunk);
            while (events.TryRead(out var name, out var data))
            {
                read.Add((Encoding.UTF8.GetString(name), Encoding.UTF8.GetString(data)));
            }
        }

        return read;
    }

    private static void Append(PooledBuffer buffer, ReadOnlySpan<byte> bytes)
    {
        Assert.True(buffer.TryReserve(bytes.Length));
        bytes.CopyTo(buffer.Free.Span);
        buffer.Advance(bytes.Length);
    }
}
