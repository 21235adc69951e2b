namespace TypedLlm.Simulator;

/// <summary>What the simulated service remembers between calls.</summary>
internal sealed class SimulatorStores
{
    public SimulatorStores(SimulatorOptions options)
    {
        Responses = new ResponseStore(options.Clock);
        Files = new FileStore(options.Clock);
        Batches = new BatchStore(Files, new WireIds(options.Seed), options.Clock);
    }

    public ResponseStore Responses { get; }

    public FileStore Files { get; }

    public BatchStore Batches { get; }
}
