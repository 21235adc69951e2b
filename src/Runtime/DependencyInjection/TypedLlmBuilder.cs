using Microsoft.Extensions.DependencyInjection;
using TypedLlm.CompilerServices;

namespace TypedLlm;

/// <summary>Adds endpoints to an application; generated methods such as <c>AddShopEndpoints</c> extend it.</summary>
public sealed class TypedLlmBuilder
{
    internal TypedLlmBuilder(IServiceCollection services) => Services = services;

    /// <summary>The services that endpoints are added to.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Registers an endpoint as a singleton and has the chains of its methods checked when the application starts.</summary>
    /// <typeparam name="TEndpoint">The interface of the endpoint.</typeparam>
    /// <param name="create">Makes the endpoint.</param>
    /// <param name="methods">What the compiler knows about its methods.</param>
    /// <returns>The same builder.</returns>
    public TypedLlmBuilder AddEndpoint<TEndpoint>(Func<LlmRuntime, TEndpoint> create, IReadOnlyList<EndpointMethod> methods)
        where TEndpoint : class
    {
        ArgumentNullException.ThrowIfNull(create);
        ArgumentNullException.ThrowIfNull(methods);
        Services.AddSingleton(new EndpointRegistration(methods));
        Services.AddSingleton(provider =>
        {
            var runtime = provider.GetRequiredService<LlmRuntime>();

            // Again, for applications without a host, where nothing starts.
            runtime.Check(methods);
            return create(runtime);
        });
        return this;
    }
}
