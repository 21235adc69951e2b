using Microsoft.Extensions.Configuration;
using TypedLlm;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds TypedLlm to an application.</summary>
public static class TypedLlmServiceCollectionExtensions
{
    /// <summary>Adds TypedLlm with the settings of the section <see cref="TypedLlmOptions.SectionName"/>, checked when the application starts.</summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="configuration">The configuration of the application, of which the section is read.</param>
    /// <returns>A builder that endpoints are added to.</returns>
    public static TypedLlmBuilder AddTypedLlm(this IServiceCollection services, IConfiguration configuration) => throw new NotSupportedException();

    /// <summary>Adds TypedLlm with settings made in code, checked when the application starts.</summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="configure">Sets what differs from the defaults.</param>
    /// <returns>A builder that endpoints are added to.</returns>
    public static TypedLlmBuilder AddTypedLlm(this IServiceCollection services, Action<TypedLlmOptions> configure) => throw new NotSupportedException();
}
