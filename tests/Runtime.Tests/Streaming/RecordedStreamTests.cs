using System.Text;
using System.Text.Json;
using TypedLlm.Resilience;
using TypedLlm.Streaming;

namespace TypedLlm.Runtime.Tests.Streaming;

public sealed class RecordedStreamTests
{
    public static TheoryData<string> Streams => Recordings.Files("responses-stream");

    [Theory]
    [MemberData(nameof(Streams))]
    public async Task A_whole_stream_reads_to_the_recorded_answer(string file)
    {
        var expected = Recordings.Expected(file);
        var reading = await Wire.ReadAsync(Recordings.Read(file));

        AssertSnapshot(expected, reading.Snapshot);
        Assert.Equal(expected.GetProperty("text").GetString(), reading.Text);

        // The index joins the parts of a summary by line feeds, which the service does not send.
        Assert.Equal(WithoutLines(expected.GetProperty("reasoning_summary").GetString()!), WithoutLines(reading.Joined(AnswerItemKind.Reasoning)));
        Assert.Equal(expected.GetProperty("refusal").GetString(), reading.Joined(AnswerItemKind.Refusal));
    }

    [Theory]
    [MemberData(nameof(Streams))]
    public async Task Reading_to_the_end_gives_the_same_without_the_deltas(string file)
    {
        await using var stream = await Wire.OpenAsync(Recordings.Read(file), new Random(1));
        AssertSnapshot(Recordings.Expected(file), await stream.ReadToEndAsync());
    }

    [Theory]
    [MemberData(nameof(Streams))]
    public async Task How_the_bytes_arrive_changes_nothing(string file)
    {
        var bytes = Recordings.Read(file);
        var whole = await Wire.ReadAsync(bytes);
        for (var seed = 0; seed < 20; seed++)
        {
            var cut = await Wire.ReadAsync(bytes, new Random(seed));
            Assert.Equal(whole.Items, cut.Items);
            Assert.Equal(whole.Snapshot.Text, cut.Snapshot.Text);
        }
    }

    [Theory]
    [MemberData(nameof(Streams))]
    public async Task A_stream_cut_between_any_two_events_is_never_a_success(string file)
    {
        var text = Recordings.Expected(file).GetProperty("text").GetString()!;
        var bytes = Recordings.Read(file);
        var boundaries = Boundaries(bytes);
        Assert.Equal(Recordings.Expected(file).GetProperty("events").GetInt32(), boundaries.Count);

        for (var events = 1; events < boundaries.Count; events++)
        {
            var end = events % 2 == 0 ? ChunkStream.End.Closed : ChunkStream.End.Broken;
            var shown = new StringBuilder();
            var failure = await Assert.ThrowsAsync<AttemptFailedException>(async () =>
            {
                await using var stream = await Wire.OpenAsync(new ChunkStream([bytes[..boundaries[events - 1]]], end));
                while (await stream.MoveNextAsync())
                {
                    shown.Append(stream.Kind == AnswerItemKind.Delta ? stream.Text : "");
                }
            });

            Assert.Equal(FailureSource.Truncated, failure.Failure.Source);
            Assert.StartsWith(shown.ToString(), text, StringComparison.Ordinal);
        }

        // Behind the terminal event nothing that happens to the connection matters.
        await using var whole = await Wire.OpenAsync(new ChunkStream([bytes[..boundaries[^1]]], ChunkStream.End.Broken));
        Assert.Equal(text, (await whole.ReadToEndAsync()).Text);
    }

    private static string WithoutLines(string text) => text.Replace("\n", "", StringComparison.Ordinal);

    private static void AssertSnapshot(JsonElement expected, ResponseSnapshot snapshot)
    {
        Assert.Equal(expected.GetProperty("id").GetString(), snapshot.Id);
        Assert.Equal(expected.GetProperty("model").GetString(), snapshot.Model);
        Assert.Equal(expected.GetProperty("status").GetString(), snapshot.Status.ToString(), ignoreCase: true);
        Assert.Equal(expected.GetProperty("incomplete_reason").GetString(), snapshot.IncompleteReason);
        Assert.Equal(expected.GetProperty("text").GetString(), snapshot.Text);
        Assert.Equal(expected.GetProperty("refusal").GetString(), snapshot.Refusal ?? "");
        Assert.Equal(expected.GetProperty("service_tier").GetString(), snapshot.ServiceTier);
        Assert.Equal(Recordings.Usage(expected), snapshot.Usage);
        Assert.Equal("req_1", snapshot.RequestId);
    }

    /// <summary>The offsets behind each event.</summary>
    private static List<int> Boundaries(byte[] bytes)
    {
        var boundaries = new List<int>();
        for (var at = 0; (at = bytes.AsSpan(at).IndexOf("\n\n"u8) is var next && next >= 0 ? at + next + 2 : -1) > 0;)
        {
            boundaries.Add(at);
        }

        return boundaries;
    }
}
