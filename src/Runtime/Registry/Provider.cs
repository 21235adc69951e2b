using TypedLlm.Transports;

namespace TypedLlm.Registry;

/// <summary>A service that answers: where it is and with which keys.</summary>
internal sealed class Provider
{
    private readonly ProviderSettings _settings;

    public Provider(ProviderSettings settings, TypedLlmOptions options, HttpClient httpClient)
    {
        _settings = settings;
        BaseUrl = new Uri(settings.BaseUrl!);
        Credentials = new CredentialSource(settings, NewCredential);

        Credential NewCredential(string key)
        {
            var transport = new ResponsesTransport(
                httpClient, BaseUrl, _ => new ValueTask<string>(key), settings.Organization, settings.Project);
            return new Credential(key, transport, options.Breaker, options.Retry, options.TimeProvider);
        }
    }

    public string Name => _settings.Name;

    public Uri BaseUrl { get; }

    public CredentialSource Credentials { get; }

    /// <summary>The name that requests carry for a model.</summary>
    public string WireNameOf(string model) => _settings.WireNameOf(model);

    /// <summary>Whether a request to a model would be refused here, as far as is known without asking for the key.</summary>
    public bool IsRefusing(string model, bool stream) => Credentials.Latest?.Model(model).Channel(stream).Health.IsRefusing == true;
}
