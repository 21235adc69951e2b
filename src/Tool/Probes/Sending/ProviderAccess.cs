using TypedLlm.Tool.Service;

namespace TypedLlm.Tool.Probes;

/// <summary>One provider under one key, for all probes of a run.</summary>
internal sealed class ProviderAccess(ProviderSettings provider, int concurrency, TimeProvider time, ProbeProgress progress) : IDisposable
{
    public ServiceClient Client { get; } = new(provider, time);

    public ProviderGate Gate { get; } = new(concurrency, time);

    /// <summary>Ends probing here; it is said once.</summary>
    public void Close(string reason)
    {
        if (Gate.Close(reason))
        {
            progress.Say($"{provider.Name}: {reason}; no further probe is tried");
        }
    }

    public void Dispose()
    {
        Client.Dispose();
        Gate.Dispose();
    }
}
