using TypedLlm.Resilience;
using TypedLlm.TestKit;

namespace TypedLlm.Runtime.Tests.Resilience;

public sealed class RetryBudgetTests
{
    private readonly ManualClock _clock = new();
    private readonly RetryBudget _budget;

    public RetryBudgetTests() => _budget = new RetryBudget(new RetryOptions(), _clock);

    [Fact]
    public void Holds_one_repeat_a_second_without_any_call()
    {
        Assert.Equal(10, DrawAll());

        _clock.Advance(TimeSpan.FromSeconds(11));
        Assert.Equal(10, DrawAll());
    }

    [Fact]
    public void Holds_a_fifth_of_the_calls_beside_that()
    {
        Deposit(100);

        Assert.Equal(30, DrawAll());
    }

    [Fact]
    public void Forgets_calls_after_ten_seconds()
    {
        Deposit(100);
        _clock.Advance(TimeSpan.FromSeconds(11));

        Assert.Equal(10, DrawAll());
    }

    [Fact]
    public void Thousand_failing_calls_in_ten_seconds_are_repeated_at_most_a_quarter()
    {
        var repeats = 0;
        for (var i = 0; i < 1000; i++)
        {
            Deposit(1);
            repeats += _budget.TryDraw() ? 1 : 0;
            _clock.Advance(TimeSpan.FromMilliseconds(10));
        }

        Assert.InRange(repeats, 190, 250);
    }

    private void Deposit(int calls)
    {
        for (var i = 0; i < calls; i++)
        {
            _budget.Deposit();
        }
    }

    private int DrawAll()
    {
        var drawn = 0;
        while (_budget.TryDraw())
        {
            drawn++;
        }

        return drawn;
    }
}
