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
        ConfigurationList.Add(configuration, section.GetSection(nameof(TypedLlmOptions.Allow)), options.Allow);
        ConfigurationList.Add(configuration, section.GetSection(nameof(TypedLlmOptions.Deny)), options.Deny);
        foreach (var endpoint in section.GetSection(nameof(TypedLlmOptions.Endpoints)).GetChildren())
        {
            var settings = options.Endpoints[endpoint.Key] = new EndpointOptions();
            ConfigurationList.Add(configuration, endpoint.GetSection(nameof(EndpointOptions.Chain)), settings.Chain);
        }

        section.GetSection(nameof(TypedLlmOptions.Timers)).Bind(options.Timers);
        section.GetSection(nameof(TypedLlmOptions.Breaker)).Bind(options.Breaker);
        section.GetSection(nameof(TypedLlmOptions.Retry)).Bind(options.Retry);
    }
}
