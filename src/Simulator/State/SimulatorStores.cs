namespace TypedLlm.Simulator;

/// <summary>What the simulated service remembers between calls.</summary>
internal sealed class SimulatorStores(SimulatorOptions options)
{
    public FileStore Files { get; } = new(options.Clock);
}
