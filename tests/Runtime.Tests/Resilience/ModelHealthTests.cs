using Polly;
using TypedLlm.Resilience;
using TypedLlm.TestKit;

namespace TypedLlm.Runtime.Tests.Resilience;

public sealed class ModelHealthTests
{
    private static readonly FailureVerdict Broken = FailureClassifier.Classify(new(FailureSource.Status) { Status = 500 });
    private static readonly FailureVerdict Missing = FailureClassifier.Classify(new(FailureSource.Status) { Status = 404, Code = "model_not_found" });
    private static readonly FailureVerdict KeyRefused = FailureClassifier.Classify(new(FailureSource.Status) { Status = 401 });
    private static readonly FailureVerdict Invalid = FailureClassifier.Classify(new(FailureSource.Status) { Status = 400 });

    private readonly ManualClock _clock = new();
    private readonly Circuit _credential;
    private readonly ModelHealth _health;

    public ModelHealthTests()
    {
        _credential = new Circuit(_clock);
        _health = new ModelHealth(_credential, new BreakerOptions(), _clock);
    }

    [Fact]
    public void Opens_when_half_of_at_least_six_attempts_failed()
    {
        Succeed(3);
        Fail(2);
        Assert.False(_health.IsRefusing);

        Fail(1);
        Assert.True(_health.IsRefusing);
    }

    [Fact]
    public void Few_failures_do_not_open_it()
    {
        Fail(5);

        Assert.False(_health.IsRefusing);
    }

    [Fact]
    public void Failures_fall_out_of_the_window()
    {
        Fail(5);
        _clock.Advance(TimeSpan.FromSeconds(66));
        Fail(5);

        Assert.False(_health.IsRefusing);
    }

    [Fact]
    public void Failures_that_say_nothing_about_the_model_do_not_count()
    {
        for (var i = 0; i < 20; i++)
        {
            _health.Failed(Admit(), Invalid);
        }

        Assert.False(_health.IsRefusing);
    }

    [Fact]
    public void Lets_one_probe_through_after_the_break_and_closes_when_it_ends_well()
    {
        Fail(6);
        _clock.Advance(TimeSpan.FromSeconds(14));
        Assert.Null(_health.TryAdmit(early: false, out var refusal));
        Assert.Equal(LlmFailureKind.ServerError, refusal!.Kind);

        _clock.Advance(TimeSpan.FromSeconds(1));
        var probe = Admit();
        Assert.True(probe.ProbesModel);
        Assert.Null(_health.TryAdmit(early: false, out _));

        _health.Succeeded(probe);
        Assert.False(Admit().ProbesModel);
    }

    [Fact]
    public void Attempt_from_before_the_break_does_not_close_it()
    {
        var early = Admit();
        Fail(6);
        _health.Succeeded(early);

        Assert.True(_health.IsRefusing);
    }

    [Fact]
    public void Late_failure_does_not_free_the_place_of_the_probe()
    {
        var late = Admit();
        Fail(6);
        _clock.Advance(TimeSpan.FromSeconds(15));
        Admit();
        _health.Failed(late, Broken);

        Assert.Null(_health.TryAdmit(early: false, out _));
    }

    [Fact]
    public void Probe_that_tells_nothing_leaves_its_place_to_the_next()
    {
        Fail(6);
        _clock.Advance(TimeSpan.FromSeconds(15));
        _health.Failed(Admit(), Invalid);

        Assert.True(Admit().ProbesModel);
    }

    [Fact]
    public void Probe_that_never_says_how_it_ended_gives_way_after_ten_minutes()
    {
        Fail(6);
        _clock.Advance(TimeSpan.FromSeconds(15));
        Admit();
        _clock.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(1));
        Assert.True(_health.IsRefusing);

        _clock.Advance(TimeSpan.FromSeconds(1));
        _health.Succeeded(Admit());
        Assert.False(_health.IsRefusing);
    }

    [Fact]
    public void Breaks_grow_with_the_outage_and_stay_a_fraction_of_it()
    {
        Fail(6);
        var outage = TimeSpan.Zero;
        var probes = 0;
        while (outage < TimeSpan.FromHours(1))
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            outage += TimeSpan.FromSeconds(1);
            if (_health.TryAdmit(early: false, out _) is { } probe)
            {
                probes++;
                _health.Failed(probe, Broken);
                var expected = Math.Clamp(outage.TotalSeconds / 3, 15, 300);
                _clock.Advance(TimeSpan.FromSeconds(expected - 0.5));
                outage += TimeSpan.FromSeconds(expected - 0.5);
                Assert.True(_health.IsRefusing);
            }
        }

        Assert.InRange(probes, 15, 25);
    }

    [Fact]
    public void Missing_model_is_left_alone_for_ten_minutes_even_as_the_last_resort()
    {
        _health.Failed(Admit(), Missing);
        _clock.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(1));
        Assert.Null(_health.TryAdmit(early: true, out _));

        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(Admit().ProbesModel);
    }

    [Fact]
    public void Cooling_model_takes_one_probe_as_the_last_resort()
    {
        Fail(6);

        Assert.NotNull(_health.TryAdmit(early: true, out _));
        Assert.Null(_health.TryAdmit(early: true, out _));
    }

    [Fact]
    public void Refused_key_stops_all_models_that_use_it_and_one_probe_frees_them()
    {
        var other = new ModelHealth(_credential, new BreakerOptions(), _clock);
        _health.Failed(Admit(), KeyRefused);
        Assert.True(other.IsRefusing);

        _clock.Advance(TimeSpan.FromMinutes(1));
        var probe = other.TryAdmit(early: false, out _);
        Assert.True(probe!.ProbesCredential);
        Assert.Null(_health.TryAdmit(early: false, out _));

        other.Succeeded(probe);
        Assert.NotNull(_health.TryAdmit(early: false, out _));
    }

    [Fact]
    public void Model_that_refuses_gives_the_probe_of_the_credential_back()
    {
        Fail(6);
        _credential.Open(new Blockage(LlmFailureKind.Authentication, _clock.GetTimestamp(), IsCooling: false), byProbe: false);
        Assert.Null(_health.TryAdmit(early: false, out _));

        Assert.Equal(Passage.GrantedAsProbe, _credential.TryPass(early: false));
    }

    [Fact]
    public async Task Strategy_reports_failures_and_leaves_success_to_the_caller()
    {
        var pipeline = new ResiliencePipelineBuilder { TimeProvider = _clock }
            .AddHealthBreaker(new HealthBreakerStrategyOptions { Health = _health, Judge = _ => Broken })
            .Build();
        for (var i = 0; i < 6; i++)
        {
            await Assert.ThrowsAsync<TimeoutException>(async () => await pipeline.ExecuteAsync(_ => throw new TimeoutException()));
        }

        await Assert.ThrowsAsync<TargetRefusedException>(async () => await pipeline.ExecuteAsync(_ => ValueTask.CompletedTask));

        _clock.Advance(TimeSpan.FromSeconds(15));
        var context = ResilienceContextPool.Shared.Get();
        await pipeline.ExecuteAsync(_ => ValueTask.CompletedTask, context);
        Assert.True(_health.IsRefusing);

        _health.Succeeded(context.Properties.GetValue(HealthBreakerStrategyOptions.Admission, null)!);
        Assert.False(_health.IsRefusing);
        ResilienceContextPool.Shared.Return(context);
    }

    private Admission Admit() => _health.TryAdmit(early: false, out _) ?? throw new InvalidOperationException("Refused.");

    private void Fail(int times)
    {
        for (var i = 0; i < times; i++)
        {
            _health.Failed(Admit(), Broken);
        }
    }

    private void Succeed(int times)
    {
        for (var i = 0; i < times; i++)
        {
            _health.Succeeded(Admit());
        }
    }
}
