namespace TypedLlm.Resilience;

/// <summary>
/// Keeps repeats on one model to a share of its calls, so that an outage is not multiplied. What fails over to another model draws nothing.
/// </summary>
internal sealed class RetryBudget(RetryOptions options, TimeProvider time)
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    private readonly object _lock = new();
    private readonly double _ratio = options.BudgetRatio;
    private readonly double _floor = options.BudgetPerSecond * Window.TotalSeconds;

    // Good events are calls, bad ones are repeats.
    private readonly SlidingWindow _window = new(Window, time);

    public void Deposit()
    {
        lock (_lock)
        {
            _window.Add(good: true);
        }
    }

    /// <summary>Takes one repeat from the budget, if it holds one.</summary>
    public bool TryDraw()
    {
        lock (_lock)
        {
            _window.Forget();
            if (_window.Bad + 1 > (_window.Good * _ratio) + _floor)
            {
                return false;
            }

            _window.Add(good: false);
            return true;
        }
    }
}
