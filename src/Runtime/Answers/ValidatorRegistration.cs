using Microsoft.Extensions.DependencyInjection;

namespace TypedLlm.TypedAnswers;

/// <summary>Tells of validators that a container cannot give to a runtime.</summary>
internal static class ValidatorRegistration
{
    /// <summary>Refuses validators that live in scopes, before one is made: the runtime is outside of all scopes.</summary>
    /// <exception cref="InvalidOperationException">There is one.</exception>
    public static void Check(IServiceCollection services)
    {
        foreach (var service in services)
        {
            if (service is { Lifetime: ServiceLifetime.Scoped, IsKeyedService: false, ServiceType: { IsGenericType: true } type }
                && type.GetGenericTypeDefinition() == typeof(ILlmValidator<>))
            {
                throw Unusable(type, cause: null);
            }
        }
    }

    public static InvalidOperationException Unusable(Type service, Exception? cause) => new(
        $"{NameOf(service)} cannot be used: {(cause is null ? "it is registered with AddScoped" : "the container does not make it")}. Validators live as long as LlmRuntime: "
            + $"register them with AddSingleton, and have one that needs scoped services take an IServiceScopeFactory.{(cause is null ? "" : " The inner exception has the words of the container.")}",
        cause);

    private static string NameOf(Type service) => $"ILlmValidator<{(service.IsGenericTypeDefinition ? "" : service.GenericTypeArguments[0].FullName)}>";
}
