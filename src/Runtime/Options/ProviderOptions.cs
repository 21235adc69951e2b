namespace TypedLlm;

/// <summary>A service that speaks OpenAI's Responses API.</summary>
public sealed class ProviderOptions
{
    /// <summary>The address that <c>/responses</c> is appended to, absolute http or https. Default for <c>openai</c>: https://api.openai.com/v1.</summary>
    public string? BaseUrl { get; set; }

    /// <summary>The key that is sent as the bearer token. Not used where <see cref="GetApiKeyAsync"/> is set.</summary>
    public string? ApiKey { get; set; }

    /// <summary>The organization that requests are counted for (<c>OpenAI-Organization</c>). Default: the key's own.</summary>
    public string? Organization { get; set; }

    /// <summary>The project that requests are counted for (<c>OpenAI-Project</c>). Default: the key's own.</summary>
    public string? Project { get; set; }

    /// <summary>
    /// The names that requests carry, by model id: those of deployments, where the service does not go by the ids of models, as Azure's does not.
    /// A model that is not listed is asked by its id.
    /// </summary>
    public IDictionary<string, string> Deployments { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Asked for the key before each request, so that keys rotate without a restart. It should answer from memory. Set in code.</summary>
    public Func<CancellationToken, ValueTask<string>>? GetApiKeyAsync { get; set; }
}
