namespace TypedLlm;

/// <summary>The settings of a provider with what the environment fills in.</summary>
internal sealed record ProviderSettings(string Name)
{
    /// <summary>The provider of models whose catalog entry names none.</summary>
    public const string Default = "openai";

    public const string ApiKeyVariable = "OPENAI_API_KEY";
    public const string BaseUrlVariable = "OPENAI_BASE_URL";

    private const string DefaultBaseUrl = "https://api.openai.com/v1";

    private static readonly IReadOnlyDictionary<string, string> NoDeployments = new Dictionary<string, string>();

    public string? BaseUrl { get; init; }

    public string? ApiKey { get; init; }

    public string? Organization { get; init; }

    public string? Project { get; init; }

    public Func<CancellationToken, ValueTask<string>>? GetApiKeyAsync { get; init; }

    /// <summary>The names that requests carry, by model id.</summary>
    public IReadOnlyDictionary<string, string> Deployments { get; init; } = NoDeployments;

    /// <summary>The name that requests carry for a model: that of its deployment, or its id.</summary>
    public string WireNameOf(string id) => Deployments.TryGetValue(id, out var deployment) ? deployment : id;

    /// <summary>The providers of the options; <c>openai</c> is one of them if it is named, if the environment has its key, or if there is no other.</summary>
    public static IReadOnlyList<ProviderSettings> Of(TypedLlmOptions options, Func<string, string?> environment)
    {
        var all = new List<ProviderSettings>();
        foreach (var (name, provider) in options.Providers)
        {
            all.Add(Of(name, provider, environment));
        }

        if (!options.Providers.ContainsKey(Default) && (all.Count == 0 || NullIfBlank(environment(ApiKeyVariable)) is not null))
        {
            all.Add(Of(Default, new ProviderOptions(), environment));
        }

        return all;
    }

    /// <summary>The name alone: a record would print its key.</summary>
    public override string ToString() => Name;

    /// <summary>Whether a key or an id can be sent in a header: something, and nothing but visible ASCII.</summary>
    public static bool IsHeaderWord(string? word) => !string.IsNullOrEmpty(word) && !word.AsSpan().ContainsAnyExceptInRange('!', '~');

    private static ProviderSettings Of(string name, ProviderOptions provider, Func<string, string?> environment)
    {
        var isDefault = string.Equals(name, Default, StringComparison.OrdinalIgnoreCase);
        return new ProviderSettings(name)
        {
            BaseUrl = NullIfBlank(provider.BaseUrl) ?? (isDefault ? NullIfBlank(environment(BaseUrlVariable)) ?? DefaultBaseUrl : null),
            ApiKey = NullIfBlank(provider.ApiKey) ?? (isDefault ? NullIfBlank(environment(ApiKeyVariable)) : null),
            Organization = NullIfBlank(provider.Organization),
            Project = NullIfBlank(provider.Project),
            GetApiKeyAsync = provider.GetApiKeyAsync,
            Deployments = provider.Deployments.Count == 0
                ? NoDeployments
                : new Dictionary<string, string>(provider.Deployments, StringComparer.OrdinalIgnoreCase),
        };
    }

    private static string? NullIfBlank(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
