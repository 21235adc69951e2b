using TypedLlm.Transports;

namespace TypedLlm.Registry;

/// <summary>A service that answers: where it is and with which keys.</summary>
internal sealed class Provider
{
    public Provider(ProviderSettings settings, TypedLlmOptions options, HttpClient httpClient)
    {
        Name = settings.Name;
        BaseUrl = new Uri(settings.BaseUrl!);
        Credentials = new CredentialSource(settings, NewCredential);

        Credential NewCredential(string key)
        {
            var transport = new ResponsesTransport(
                httpClient, BaseUrl, _ => new ValueTask<string>(key), settings.Organization, settings.Project);
            return new Credential(key, transport, options.Breaker, options.Retry, options.TimeProvider);
        }
    }

    public string Name { get; }

    public Uri BaseUrl { get; }

    public CredentialSource Credentials { get; }

    /// <summary>Whether a request to a model would be refused here, as far as is known without asking for the key.</summary>
    public bool IsRefusing(string model, bool stream) => Credentials.Latest?.Model(model).Channel(stream).Health.IsRefusing == true;
}
