namespace TypedLlm.Endpoints;

/// <summary>What was read from an endpoint: the generator keeps the model, the analyzers keep the problems.</summary>
/// <param name="Model">Null if no client can be emitted for the interface as a whole.</param>
/// <param name="Problems">Violations of the contract rules, in the order of the source.</param>
internal sealed record EndpointReading(EndpointModel? Model, IReadOnlyList<EndpointProblem> Problems)
{
    /// <summary>Whether prompts of the endpoint are in files.</summary>
    public bool ReadsFiles { get; init; }
}
