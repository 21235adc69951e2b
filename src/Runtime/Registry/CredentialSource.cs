using System.Collections.Concurrent;
using TypedLlm.Resilience;

namespace TypedLlm.Registry;

/// <summary>
/// Gets the key of a provider, anew for each request, and what is known about it. Keys that come back, as with one key per tenant,
/// find what was known.
/// </summary>
internal sealed class CredentialSource(ProviderSettings settings, Func<string, Credential> create)
{
    // Far above the number of keys that one process uses; a source that makes up a key per request must not fill the memory.
    private const int MaxCredentials = 256;

    private readonly ConcurrentDictionary<string, Credential> _credentials = new(StringComparer.Ordinal);
    private volatile Credential? _latest;

    /// <summary>What is known about the key that was asked for last. Null before the first request.</summary>
    public Credential? Latest => _latest;

    public ValueTask<Credential> GetAsync(CancellationToken cancellationToken)
    {
        if (settings.GetApiKeyAsync is { } get)
        {
            return AskAsync(get, cancellationToken);
        }

        return new(_latest ?? Remember(settings.ApiKey!));
    }

    private async ValueTask<Credential> AskAsync(Func<CancellationToken, ValueTask<string>> get, CancellationToken cancellationToken)
    {
        string? key;
        try
        {
            key = await get(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // Whatever a user's key source throws is one failed attempt, so that another provider can answer.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            throw new AttemptFailedException(new Failure(FailureSource.Credential) { Exception = exception });
        }

        return ProviderSettings.IsHeaderWord(key) ? Remember(key!) : throw new AttemptFailedException(new Failure(FailureSource.Credential));
    }

    private Credential Remember(string key)
    {
        if (_latest is { } latest && latest.IsFor(key))
        {
            return latest;
        }

        if (_credentials.Count >= MaxCredentials)
        {
            _credentials.Clear();
        }

        return _latest = _credentials.GetOrAdd(key, create);
    }
}
