using System.Text;
using TypedLlm.Streaming;

namespace TypedLlm.Runtime.Tests.Streaming;

public sealed class AllocationTests
{
    private const int Tokens = 10_000;

    /// <summary>A string of a few characters is 32 bytes on 64 bits; nothing else may come with a token.</summary>
    [Fact]
    public void A_token_that_has_arrived_costs_its_string_only()
    {
        var sample = Sample(out var text);
        Consume(sample, text, toEnd: false);

        var perToken = Consume(sample, text, toEnd: false) / (double)Tokens;

        Assert.InRange(perToken, 30, 40);
    }

    [Fact]
    public void Reading_to_the_end_costs_the_whole_text_only()
    {
        var sample = Sample(out var text);
        Consume(sample, text, toEnd: true);

        Assert.InRange(Consume(sample, text, toEnd: true), text.Length * sizeof(char), (text.Length * sizeof(char)) + 4_000);
    }

    private static byte[] Sample(out string text)
    {
        var sample = new SampleStream().Begun();
        var all = new StringBuilder();
        for (var i = 0; i < Tokens; i++)
        {
            sample.Text(" abc");
            all.Append(" abc");
        }

        text = all.ToString();
        return sample.Completed(text).ToArray();
    }

    /// <summary>The bytes allocated behind the first token. Every read completes at once, so all of it happens on this thread.</summary>
    private static long Consume(byte[] sample, string text, bool toEnd)
    {
        var stream = Wire.OpenAsync(new ChunkStream([sample])).GetAwaiter().GetResult();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var more = true;
        while (more && !toEnd)
        {
            more = Done(stream.MoveNextAsync());
        }

        var snapshot = Done(stream.ReadToEndAsync());
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(text, snapshot.Text);
        stream.DisposeAsync().AsTask().GetAwaiter().GetResult();

        // The snapshot's text is there in both cases; only the deltas are measured.
        return toEnd ? allocated : allocated - (text.Length * sizeof(char));
    }

    private static T Done<T>(ValueTask<T> task)
    {
        Assert.True(task.IsCompleted);
        return task.GetAwaiter().GetResult();
    }
}
