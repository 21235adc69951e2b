using TypedLlm.Locks;
using TypedLlm.Tool.Service;
using TypedLlm.Tool.Verification;

namespace TypedLlm.Tool.Locks;

/// <summary>The account of an environment: who was asked, and whether what a section says was learned from it.</summary>
/// <param name="Asked">The addresses that this run asks, each with the fingerprint of its key.</param>
/// <param name="Configured">All that the settings have; the fingerprint is null where there is no key.</param>
internal sealed record LockAccount(IReadOnlyList<(string Url, string Credential)> Asked, IReadOnlyList<(string Url, string? Credential)> Configured)
{
    private const string Separator = ", ";

    public static LockAccount Of(EnvironmentPlan plan) => new(
        [.. plan.Providers.Select(static provider => (provider.BaseUrl!, CredentialFingerprint.Of(provider.ApiKey!)))],
        [.. plan.Environment.Providers.Where(static provider => provider.BaseUrl is not null)
            .Select(static provider => (provider.BaseUrl!, provider.ApiKey is { } key ? CredentialFingerprint.Of(key) : null))]);

    /// <summary>Whether a section was learned from another account: it has an address or a key that is no more, and this run has one that it has not.</summary>
    public bool Replaces(LockEnvironment old)
    {
        var before = PairsOf(old);
        return before.Any(pair => !IsConfigured(pair)) && Asked.Any(pair => !before.Contains(pair));
    }

    /// <summary>The addresses and fingerprints after this run, of which one that was not asked stays.</summary>
    public (string BaseUrl, string Credential) Over(LockEnvironment? old)
    {
        var before = old is null ? [] : PairsOf(old);
        (string Url, string Credential)[] all = Asked.All(before.Contains) ? before : [.. before.Except(Asked), .. Asked];
        return (string.Join(Separator, all.Select(static pair => pair.Url)), string.Join(Separator, all.Select(static pair => pair.Credential)));
    }

    private static (string Url, string Credential)[] PairsOf(LockEnvironment section)
    {
        var urls = section.BaseUrl?.Split(Separator) ?? [];
        var credentials = section.Credential?.Split(Separator) ?? [];
        return urls.Length == credentials.Length ? [.. urls.Zip(credentials)] : [];
    }

    private bool IsConfigured((string Url, string Credential) pair) =>
        Asked.Contains(pair) || Configured.Any(provider => provider.Url == pair.Url && (provider.Credential ?? pair.Credential) == pair.Credential);
}
