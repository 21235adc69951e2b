using Microsoft.Extensions.Hosting;

namespace TypedLlm;

/// <summary>Refuses to start an application with a chain that cannot work.</summary>
internal sealed class StartupCheck(LlmRuntime runtime, IEnumerable<EndpointRegistration> endpoints) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var endpoint in endpoints)
        {
            runtime.Check(endpoint.Methods);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
