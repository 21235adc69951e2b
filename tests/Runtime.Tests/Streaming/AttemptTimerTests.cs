using System.Diagnostics;
using TypedLlm.Resilience;
using TypedLlm.Streaming;
using TypedLlm.TestKit;

namespace TypedLlm.Runtime.Tests.Streaming;

public sealed class AttemptTimerTests
{
    private static readonly AttemptTimers Timers = new(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(60));

    private readonly ManualClock _clock = new();

    [Fact]
    public async Task Lifecycle_events_are_no_first_content()
    {
        var body = new GatedStream();
        var open = Wire.OpenAsync(body, Timers, _clock);
        await _clock.WaitForTimerAsync(Timers.FirstContent);

        _clock.Advance(TimeSpan.FromSeconds(15));
        await body.SendAsync(new SampleStream().Begun().Text("").Raw(": ping\n\n").ToArray());

        // What is left of the twenty seconds, not a new term.
        await _clock.AdvanceToTimerAsync(TimeSpan.FromSeconds(5));
        Assert.Equal(FailureSource.NoContent, (await Assert.ThrowsAsync<AttemptFailedException>(() => open)).Failure.Source);
        Assert.True(body.IsDisposed);
    }

    [Fact]
    public async Task Silence_after_content_is_a_stall_and_only_content_ends_it()
    {
        var body = new GatedStream();
        var sample = new SampleStream();
        var open = Wire.OpenAsync(body, Timers, _clock);
        await body.SendAsync(sample.Begun().Text("a").Take());
        await using var stream = await open;
        Assert.True(await stream.MoveNextAsync());

        var next = stream.MoveNextAsync().AsTask();
        await _clock.WaitForTimerAsync(Timers.Idle);
        _clock.Advance(TimeSpan.FromSeconds(40));
        await body.SendAsync(": ping\n\n"u8.ToArray());
        await _clock.WaitForTimerAsync(TimeSpan.FromSeconds(20));
        await body.SendAsync(sample.Text("b").Take());
        Assert.True(await next);

        next = stream.MoveNextAsync().AsTask();
        await _clock.AdvanceToTimerAsync(Timers.Idle);
        var failure = await Assert.ThrowsAsync<AttemptFailedException>(async () => await next);
        Assert.Equal((FailureSource.Stalled, "resp_1", "req_1"), (failure.Failure.Source, failure.Failure.ResponseId, failure.Failure.RequestId));
    }

    [Fact]
    public async Task A_slow_consumer_is_no_stall()
    {
        var body = new GatedStream();
        var sample = new SampleStream();
        var open = Wire.OpenAsync(body, Timers, _clock);
        await body.SendAsync(sample.Begun().Text("a").Take());
        await using var stream = await open;

        _clock.Advance(TimeSpan.FromHours(1));
        Assert.True(await stream.MoveNextAsync());
        var next = stream.MoveNextAsync().AsTask();
        await _clock.WaitForTimerAsync(Timers.Idle);
        _clock.Advance(TimeSpan.FromSeconds(59));
        await body.SendAsync(sample.Text("b").Take());

        Assert.True(await next);
        Assert.Equal("b", stream.Text);
        _clock.Advance(TimeSpan.FromHours(1));
        next = stream.MoveNextAsync().AsTask();
        await body.SendAsync(sample.Completed("ab").Take());
        Assert.False(await next);
    }

    [Fact]
    public async Task Time_to_first_content_is_the_clocks()
    {
        var body = new GatedStream();
        var open = Wire.OpenAsync(body, Timers, _clock);
        await _clock.WaitForTimerAsync(Timers.FirstContent);
        _clock.Advance(TimeSpan.FromSeconds(3));
        await body.SendAsync(new SampleStream().Begun().Text("a").ToArray());

        await using var stream = await open;
        Assert.Equal(TimeSpan.FromSeconds(3), stream.TimeToFirstContent);
    }

    [Fact]
    public async Task The_callers_token_ends_a_read_that_stalls_and_wins_over_the_timer()
    {
        using var caller = new CancellationTokenSource();
        var body = new ChunkStream([new SampleStream().Begun().Text("a").ToArray()], ChunkStream.End.Silent);
        await using var stream = await Wire.OpenAsync(body, Timers, _clock, caller.Token);
        Assert.True(await stream.MoveNextAsync());

        var next = stream.MoveNextAsync().AsTask();
        await caller.CancelAsync();

        var cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await next);
        Assert.Equal(caller.Token, cancelled.CancellationToken);
        Assert.True(body.WasCancelled);
    }

    [Fact]
    public async Task Disposing_a_stream_in_the_middle_cancels_its_read()
    {
        var body = new ChunkStream([new SampleStream().Begun().Text("a").ToArray()], ChunkStream.End.Silent);
        var stream = await Wire.OpenAsync(body);

        await stream.DisposeAsync();

        Assert.True(body.WasCancelled);
        Assert.True(body.IsDisposed);
    }

    /// <summary>A body whose pieces a test hands over while it is read.</summary>
    private sealed class GatedStream : Stream
    {
        private readonly System.IO.Pipelines.Pipe _pipe = new();
        private readonly Stream _reader;

        public GatedStream() => _reader = _pipe.Reader.AsStream();

        public bool IsDisposed { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new UnreachableException();

        public override long Position { get => throw new UnreachableException(); set => throw new UnreachableException(); }

        public async Task SendAsync(byte[] bytes) => await _pipe.Writer.WriteAsync(bytes);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => _reader.ReadAsync(buffer, cancellationToken);

        public override int Read(byte[] buffer, int offset, int count) => throw new UnreachableException();

        public override long Seek(long offset, SeekOrigin origin) => throw new UnreachableException();

        public override void SetLength(long value) => throw new UnreachableException();

        public override void Write(byte[] buffer, int offset, int count) => throw new UnreachableException();

        public override void Flush() => throw new UnreachableException();

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }
}
