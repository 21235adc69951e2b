using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using TypedLlm.Routing;

namespace TypedLlm;

/// <summary>Refuses to start an application with a chain that cannot work, or with settings of an endpoint that it does not have.</summary>
internal sealed class StartupCheck(
    LlmRuntime runtime, IEnumerable<EndpointRegistration> endpoints, IOptions<TypedLlmOptions> options) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (endpoints.Any())
        {
            new ConfiguredChains(options.Value).CheckNames(endpoints.SelectMany(static endpoint => endpoint.Methods));
        }

        foreach (var endpoint in endpoints)
        {
            runtime.Check(endpoint.Methods);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
