namespace TypedLlm.Tool.Probes;

/// <summary>What may still be spent. Nothing is sent that could exceed it.</summary>
internal sealed class ProbeBudget(decimal maxCost)
{
    private readonly Lock _lock = new();
    private decimal _left = maxCost;

    /// <summary>Without a bound, what has no known price may be sent too.</summary>
    public bool IsUnbounded { get; } = maxCost == decimal.MaxValue;

    public bool TryReserve(decimal? highest)
    {
        if (IsUnbounded)
        {
            return true;
        }

        lock (_lock)
        {
            if (highest is not { } cost || cost > _left)
            {
                return false;
            }

            _left -= cost;
            return true;
        }
    }
}
