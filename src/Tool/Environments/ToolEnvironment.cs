using TypedLlm.Catalog;

namespace TypedLlm.Tool.Environments;

/// <summary>An environment that the app runs in, with the settings that count there.</summary>
/// <param name="Name">Its name, as in the lock file.</param>
/// <param name="Options">The settings, as the app would bind them.</param>
/// <param name="Providers">The services, with what environment variables fill in.</param>
internal sealed record ToolEnvironment(string Name, TypedLlmOptions Options, IReadOnlyList<ProviderSettings> Providers)
{
    /// <summary>The name where none is given.</summary>
    public const string Default = "default";

    /// <summary>Whether settings or the command line say something of it alone.</summary>
    public bool IsConfigured { get; init; }

    /// <summary>The environments that have settings of their own beside those of the app.</summary>
    public IReadOnlyList<string> SettingsNames { get; init; } = [];

    /// <summary>The allow and deny lists as the last layer of the catalog.</summary>
    public CatalogFile Lists { get; } = new()
    {
        Allow = Options.Allow.Count == 0 ? null : EquatableArray<string>.From([.. Options.Allow]),
        Deny = Options.Deny.Count == 0 ? null : EquatableArray<string>.From([.. Options.Deny]),
    };

    public ProviderSettings? Provider(string name) =>
        Providers.FirstOrDefault(provider => string.Equals(provider.Name, name, StringComparison.OrdinalIgnoreCase));
}
