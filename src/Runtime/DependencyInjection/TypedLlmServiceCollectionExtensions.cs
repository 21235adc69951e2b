using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TypedLlm;
using TypedLlm.TypedAnswers;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds TypedLlm to an application.</summary>
public static class TypedLlmServiceCollectionExtensions
{
    /// <summary>
    /// Adds TypedLlm with the settings of the section <see cref="TypedLlmOptions.SectionName"/>, checked when the application starts.
    /// More than one call adds settings to the same runtime.
    /// </summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="configuration">The configuration of the application, of which the section is read.</param>
    /// <returns>A builder that endpoints are added to.</returns>
    public static TypedLlmBuilder AddTypedLlm(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        services.Configure<TypedLlmOptions>(options => ConfigurationBinding.Bind(configuration, options));
        services.AddSingleton<IValidateOptions<TypedLlmOptions>>(new ConfigurationValidator(configuration));
        return AddRuntime(services);
    }

    /// <summary>
    /// Adds TypedLlm with settings made in code, checked when the application starts. More than one call adds settings to the same runtime.
    /// </summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="configure">Sets what differs from the defaults.</param>
    /// <returns>A builder that endpoints are added to.</returns>
    public static TypedLlmBuilder AddTypedLlm(this IServiceCollection services, Action<TypedLlmOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.Configure(configure);
        return AddRuntime(services);
    }

    private static TypedLlmBuilder AddRuntime(IServiceCollection services)
    {
        if (services.All(static service => service.ServiceType != typeof(LlmRuntime)))
        {
            services.AddOptions<TypedLlmOptions>().ValidateOnStart();
            services.AddSingleton<IValidateOptions<TypedLlmOptions>>(new TypedLlmOptionsValidator(Environment.GetEnvironmentVariable));
            AddHttpClient(services);
            services.AddSingleton(provider => CreateRuntime(provider, services));
            services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, StartupCheck>());
        }

        return new TypedLlmBuilder(services);
    }

    private static void AddHttpClient(IServiceCollection services)
    {
        services.AddHttpClient(TypedLlmOptions.HttpClientName)
            .ConfigureHttpClient(HttpClients.Configure)

            // What was added to all clients by default is in front of this: a second owner of retries, or a timeout that cuts long answers.
            .ConfigureAdditionalHttpMessageHandlers(static (handlers, _) => handlers.Clear())

            // They write headers, and the key is one; calls have logs and spans of their own.
            .RemoveAllLoggers()

            // The runtime keeps its client, so connections age by themselves.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);

        // After everything that may still choose a primary handler.
        services.AddSingleton<IPostConfigureOptions<HttpClientFactoryOptions>>(provider => new PostConfigureOptions<HttpClientFactoryOptions>(
            TypedLlmOptions.HttpClientName,
            options => options.HttpMessageHandlerBuilderActions.Add(builder =>
                HttpClients.Configure(builder.PrimaryHandler, provider.GetRequiredService<IOptions<TypedLlmOptions>>().Value.Timers))));
    }

    private static LlmRuntime CreateRuntime(IServiceProvider provider, IServiceCollection services)
    {
        var options = provider.GetRequiredService<IOptions<TypedLlmOptions>>().Value;
        if (options.Services is null)
        {
            ValidatorRegistration.Check(services);
        }

        var client = options.CreateHttpClient?.Invoke()
            ?? provider.GetRequiredService<IHttpClientFactory>().CreateClient(TypedLlmOptions.HttpClientName);
        return new LlmRuntime(options, client, options.LoggerFactory ?? provider.GetService<ILoggerFactory>(), options.Services ?? provider, Environment.GetEnvironmentVariable);
    }
}
