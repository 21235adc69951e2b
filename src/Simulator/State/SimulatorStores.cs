namespace TypedLlm.Simulator;

/// <summary>What the simulated service remembers between calls.</summary>
internal sealed class SimulatorStores(SimulatorOptions options)
{
    public ResponseStore Responses { get; } = new(options.Clock);

    public FileStore Files { get; } = new(options.Clock);
}
