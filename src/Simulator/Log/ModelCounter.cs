namespace TypedLlm.Simulator;

/// <summary>Counts requests by model. Names come from clients, so their number is limited; beyond it, the rest counts as one.</summary>
internal sealed class ModelCounter
{
    private const int MaxModels = 1_000;

    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    public int Next(string? model)
    {
        var name = model ?? "";
        if (!_counts.ContainsKey(name) && _counts.Count >= MaxModels)
        {
            name = "";
        }

        return _counts[name] = _counts.GetValueOrDefault(name) + 1;
    }
}
