using TypedLlm.Catalog;
using TypedLlm.CompilerServices;

namespace TypedLlm.Routing;

/// <summary>The chains of the settings, by the full name of an endpoint or of one of its methods.</summary>
internal sealed class ConfiguredChains(TypedLlmOptions options)
{
    private const string Section = $"{TypedLlmOptions.SectionName}:{nameof(TypedLlmOptions.Endpoints)}";

    /// <summary>The chain of a method: its own, else that of its endpoint. Null if the settings have none.</summary>
    public ConfiguredChain? Find(EndpointMethod method) => Find(NameOf(method)) ?? Find(method.Endpoint);

    /// <summary>Checks that each name is one of an endpoint or of a method.</summary>
    /// <exception cref="LlmException">One is not; the message says which was probably meant.</exception>
    public void CheckNames(IEnumerable<EndpointMethod> methods)
    {
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var method in methods)
        {
            known.Add(method.Endpoint);
            known.Add(NameOf(method));
        }

        foreach (var name in options.Endpoints.Keys)
        {
            if (!known.Contains(name))
            {
                var advice = NearestName.Find(name, known) is { } nearest
                    ? $"did you mean '{nearest}'?"
                    : "use the full name of an interface that is registered, or of one of its methods.";
                throw new LlmException(LlmFailureKind.Configuration, $"{Section}:{name} is the name of no registered endpoint; {advice}");
            }
        }
    }

    private static string NameOf(EndpointMethod method) => $"{method.Endpoint}.{method.Name}";

    private ConfiguredChain? Find(string name) => options.Endpoints.TryGetValue(name, out var endpoint)
        ? new ConfiguredChain($"{Section}:{name}:{nameof(EndpointOptions.Chain)}", [.. endpoint.Chain])
        : null;
}
