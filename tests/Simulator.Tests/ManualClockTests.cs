using TypedLlm.TestKit;

namespace TypedLlm.Simulator.Tests;

public sealed class ManualClockTests
{
    private readonly ManualClock _clock = new();
    private readonly List<(string Name, TimeSpan At)> _fired = [];

    [Fact]
    public void Time_stands_still_until_it_is_moved()
    {
        Assert.Equal(_clock.Start, _clock.GetUtcNow());
        var before = _clock.GetTimestamp();

        _clock.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal(_clock.Start.AddSeconds(3), _clock.GetUtcNow());
        Assert.Equal(TimeSpan.FromSeconds(3), _clock.GetElapsedTime(before));
        Assert.Equal(TimeSpan.FromSeconds(3), _clock.Elapsed);
    }

    [Fact]
    public void Timers_fire_in_the_order_of_their_due_times_each_at_its_own()
    {
        using var late = Timer("late", seconds: 3);
        using var early = Timer("early", seconds: 1);
        using var never = Timer("never", seconds: 10);

        _clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal([("early", TimeSpan.FromSeconds(1)), ("late", TimeSpan.FromSeconds(3))], _fired);
        Assert.Equal(TimeSpan.FromSeconds(5), Assert.Single(_clock.ArmedTimers).DueIn);
    }

    [Fact]
    public void Timers_with_one_due_time_fire_in_the_order_in_which_they_were_armed()
    {
        using var first = Timer("first", seconds: 1);
        using var second = Timer("second", seconds: 1);

        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(["first", "second"], _fired.Select(fired => fired.Name));
    }

    [Fact]
    public void A_timer_that_a_callback_arms_fires_in_the_same_advance_when_it_is_due()
    {
        ITimer? chained = null;
        using var timer = _clock.CreateTimer(
            _ => chained = Timer("chained", seconds: 1), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);

        _clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(("chained", TimeSpan.FromSeconds(2)), Assert.Single(_fired));
        chained!.Dispose();
    }

    [Fact]
    public void A_periodic_timer_fires_at_each_period_until_it_is_changed()
    {
        using var timer = Timer("tick", seconds: 1, period: 2);

        _clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal([1, 3, 5], _fired.Select(fired => fired.At.TotalSeconds));

        Assert.True(timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan));
        _clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(3, _fired.Count);
    }

    [Fact]
    public async Task A_disposed_timer_neither_fires_nor_can_be_armed()
    {
        var timer = Timer("gone", seconds: 1);
        await timer.DisposeAsync();

        Assert.False(timer.Change(TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan));
        _clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Empty(_fired);
        Assert.Empty(_clock.ArmedTimers);
    }

    [Fact]
    public async Task A_timer_that_is_due_at_once_fires_without_moving_the_clock()
    {
        var fired = new TaskCompletionSource();
        using var timer = _clock.CreateTimer(_ => fired.SetResult(), null, TimeSpan.Zero, Timeout.InfiniteTimeSpan);

        await fired.Task.WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Equal(TimeSpan.Zero, _clock.Elapsed);
    }

    [Fact]
    public async Task Delays_and_timeouts_of_the_platform_follow_the_clock()
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(2), _clock);
        var delay = Task.Delay(TimeSpan.FromSeconds(1), _clock);

        _clock.Advance(TimeSpan.FromSeconds(1));
        await delay;
        Assert.False(timeout.IsCancellationRequested);

        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(timeout.IsCancellationRequested);
    }

    [Fact]
    public async Task Waiting_ends_when_the_timer_is_armed_by_another_thread()
    {
        var waiting = _clock.AdvanceToTimerAsync(TimeSpan.FromSeconds(7));
        Assert.False(waiting.IsCompleted);

        var delay = Task.Run(() => Task.Delay(TimeSpan.FromSeconds(7), _clock));
        await waiting;
        await delay;

        Assert.Equal(TimeSpan.FromSeconds(7), _clock.Elapsed);
    }

    [Fact]
    public async Task Waiting_finds_a_timer_by_its_absolute_time_and_by_a_predicate()
    {
        using var timer = Timer("one", seconds: 4);

        var byTime = await _clock.WaitForTimerAsync(_clock.Start.AddSeconds(4));
        var byPredicate = await _clock.WaitForTimerAsync(armed => armed.DueIn > TimeSpan.FromSeconds(3));

        Assert.Equal(byTime, byPredicate);
    }

    [Fact]
    public async Task Waiting_can_be_given_up()
    {
        using var cancellation = new CancellationTokenSource();
        var waiting = _clock.WaitForTimerAsync(TimeSpan.FromSeconds(1), cancellation.Token);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public void Callbacks_see_the_ambient_values_of_the_place_that_created_the_timer()
    {
        var ambient = new AsyncLocal<string> { Value = "creator" };
        string? seen = null;
        using var timer = _clock.CreateTimer(_ => seen = ambient.Value, null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        ambient.Value = "advancer";

        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("creator", seen);
    }

    private ITimer Timer(string name, int seconds, int period = 0) => _clock.CreateTimer(
        _ => _fired.Add((name, _clock.Elapsed)),
        null,
        TimeSpan.FromSeconds(seconds),
        period == 0 ? Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(period));
}
