using System.Text;
using TypedLlm.Resilience;
using TypedLlm.Streaming;
using TypedLlm.Transports;

namespace TypedLlm.Runtime.Tests.Streaming;

/// <summary>Seeded: a failure names the seed that shows it again.</summary>
public sealed class ReaderFuzzTests
{
    private static readonly byte[][] Seeds =
    [
        Recordings.Read("001-resp-stream-hello-dotnet.sse"),
        Recordings.Read("004-resp-stream-function-call-dotnet.sse"),
        Recordings.Read("020-resp-stream-mcp-failed-tool.sse"),
        new SampleStream().Begun().Text("a\n\"b\"").Event("response.refusal.delta", "\"delta\":\"no\"").Text("日本🗼").Completed("a\n\"b\"日本🗼").ToArray(),
        new SampleStream().Begun().Event("error", "\"error\":{\"code\":5,\"message\":\"m\",\"param\":[]}").ToArray(),
    ];

    private static readonly byte[][] Pieces =
    [
        .. new[] { "\n", "\r", "\r\n", "\n\n", "data:", "event: response.completed", "{", "}", "[", "\"", "\\", "\\u", "\\ud83d", ":", ",", "null", "1e999", "\uFEFF", "\"error\":", "\"delta\":\"" }
            .Select(Encoding.UTF8.GetBytes),
        [0xFF],
        [0xC3],
        [0],
    ];

    [Fact]
    public async Task Mutated_streams_end_in_an_answer_or_a_typed_failure()
    {
        var answers = 0;
        for (var seed = 0; seed < 4_000; seed++)
        {
            var random = new Random(seed);
            var bytes = Mutate(Seeds[seed % Seeds.Length], random);
            try
            {
                var reading = await Wire.ReadAsync(bytes, random);
                Assert.True(
                    reading.Snapshot.Status == ResponseStatus.Incomplete || reading.Text == reading.Snapshot.Text,
                    $"Seed {seed}: what was shown is not what the snapshot says.");
                answers++;
            }
            catch (AttemptFailedException)
            {
                // The documented failure.
            }
            catch (Exception exception)
            {
                Assert.Fail($"Seed {seed}: {exception}");
            }
        }

        Assert.InRange(answers, 100, 3_900);
    }

    [Fact]
    public async Task Arbitrary_bytes_end_in_a_typed_failure()
    {
        for (var seed = 0; seed < 2_000; seed++)
        {
            var random = new Random(seed);
            var bytes = new byte[random.Next(2_000)];
            random.NextBytes(bytes);
            var failure = await Assert.ThrowsAsync<AttemptFailedException>(() => Wire.ReadAsync(bytes, random));
            Assert.Equal(FailureSource.Truncated, failure.Failure.Source);
        }
    }

    [Fact]
    public void The_fast_path_reads_what_the_JSON_reader_reads()
    {
        var usual = Encoding.UTF8.GetBytes(
            """{"type":"response.output_text.delta","sequence_number":41,"item_id":"msg_1","output_index":0,"content_index":0,"delta":"a\"\\\u00e9日","logprobs":[],"obfuscation":"xY"}""");
        var deltas = 0;
        var reader = new ResponseEventReader();
        for (var seed = 0; seed < 20_000; seed++)
        {
            var bytes = Mutate(usual, new Random(seed), most: 3);
            var fast = reader.Read("response.output_text.delta"u8, bytes);

            // A space in front is the same JSON, and never what the fast path looks for.
            var slow = reader.Read("response.output_text.delta"u8, [(byte)' ', .. bytes]);
            var (fastText, slowText) = (Decoded(fast), Decoded(slow));
            Assert.True(fastText == slowText, $"Seed {seed}: {fastText} and {slowText} of {Encoding.UTF8.GetString(bytes)}");
            deltas += fast.Kind == ResponseEventKind.Text ? 1 : 0;
        }

        Assert.InRange(deltas, 1_000, 19_000);
    }

    [Fact]
    public void Error_bodies_and_snapshots_never_throw_and_stay_bounded()
    {
        byte[][] bodies =
        [
            Recordings.Read("021-chat-auth-failure-401.json"), Recordings.Read("029-files-404.json"), Recordings.Read("010-resp-incomplete-max-tokens-dotnet.json"),
            Encoding.UTF8.GetBytes("{\"error\":{\"message\":\"" + new string('é', 5_000) + "\",\"code\":\"" + new string('c', 5_000) + "\"}}"),
        ];
        for (var seed = 0; seed < 10_000; seed++)
        {
            var bytes = Mutate(bodies[seed % bodies.Length], new Random(seed));
            var facts = ErrorReader.ReadBody(bytes);
            Assert.InRange(facts.Message?.Length ?? 0, 0, 1024);
            Assert.InRange(Math.Max(facts.Code?.Length ?? 0, Math.Max(facts.Type?.Length ?? 0, facts.Param?.Length ?? 0)), 0, 128);
            ResponseSnapshotReader.TryRead(bytes, out _);
        }
    }

    /// <summary>What an event means to an answer. The fast path leaves it to the decoding to find that an escape is none.</summary>
    private static (ResponseEventKind Kind, long? Number, string? Text) Decoded(in ResponseEvent read)
    {
        if (read.Kind != ResponseEventKind.Text)
        {
            return (read.Kind, read.Kind == ResponseEventKind.Damaged ? null : read.SequenceNumber, null);
        }

        return JsonStrings.TryDecode(read.Json, out var text) ? (read.Kind, read.SequenceNumber, text) : (ResponseEventKind.Damaged, null, null);
    }

    private static byte[] Mutate(byte[] bytes, Random random, int most = 8)
    {
        var mutated = bytes.ToList();
        for (var edits = random.Next(most + 1); edits > 0; edits--)
        {
            var at = random.Next(mutated.Count);
            switch (random.Next(5))
            {
                case 0:
                    mutated[at] = (byte)random.Next(256);
                    break;
                case 1:
                    mutated.RemoveRange(at, Math.Min(random.Next(1, 20), mutated.Count - at - 1));
                    break;
                case 2:
                    mutated.InsertRange(at, Pieces[random.Next(Pieces.Length)]);
                    break;
                case 3:
                    mutated.InsertRange(at, mutated.GetRange(at, Math.Min(random.Next(1, 200), mutated.Count - at)));
                    break;
                default:
                    mutated.RemoveAt(at);
                    mutated.Add((byte)'\n');
                    break;
            }
        }

        return [.. mutated];
    }
}
