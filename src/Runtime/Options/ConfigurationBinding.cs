using Microsoft.Extensions.Configuration;

namespace TypedLlm;

/// <summary>Reads the settings from a configuration.</summary>
internal static class ConfigurationBinding
{
    /// <summary>Part by part, so that the generated binding does not see what is only set in code.</summary>
    public static void Bind(IConfiguration configuration, TypedLlmOptions options)
    {
        var section = configuration.GetSection(TypedLlmOptions.SectionName);
        section.GetSection(nameof(TypedLlmOptions.Providers)).Bind(options.Providers);
        foreach (var provider in section.GetSection(nameof(TypedLlmOptions.Providers)).GetChildren())
        {
            if (options.Providers.TryGetValue(provider.Key, out var settings))
            {
                BindDeployments(provider.GetSection(nameof(ProviderOptions.Deployments)), settings.Deployments);
            }
        }

        ConfigurationList.Add(configuration, section.GetSection(nameof(TypedLlmOptions.Allow)), options.Allow);
        ConfigurationList.Add(configuration, section.GetSection(nameof(TypedLlmOptions.Deny)), options.Deny);
        foreach (var endpoint in section.GetSection(nameof(TypedLlmOptions.Endpoints)).GetChildren())
        {
            var chain = (options.Endpoints[endpoint.Key] = new EndpointOptions()).Chain;
            ConfigurationList.Add(configuration, endpoint.GetSection(nameof(EndpointOptions.Chain)), chain);
        }

        section.GetSection(nameof(TypedLlmOptions.Timers)).Bind(options.Timers);
        section.GetSection(nameof(TypedLlmOptions.Breaker)).Bind(options.Breaker);
        section.GetSection(nameof(TypedLlmOptions.Retry)).Bind(options.Retry);
    }

    // An id may hold a ':', which a configuration takes for a step into a section.
    private static void BindDeployments(IConfigurationSection section, IDictionary<string, string> deployments)
    {
        foreach (var (id, deployment) in section.AsEnumerable(makePathsRelative: true))
        {
            if (deployment is not null)
            {
                deployments[id] = deployment;
            }
        }
    }
}
