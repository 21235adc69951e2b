using Microsoft.Extensions.Options;

namespace TypedLlm.Simulator;

/// <summary>Runs the simulator inside an application that uses TypedLlm.</summary>
public static class TypedLlmBuilderExtensions
{
    /// <summary>The name under which the catalog has the models that the simulator serves.</summary>
    private const string Provider = "openai";

    /// <summary>
    /// Starts a simulator with the application and sends all requests for <c>openai</c> to it, whatever address and key are
    /// configured; nothing leaves the machine. The running <see cref="SimulatorServer"/> is a singleton of the container.
    /// </summary>
    /// <param name="builder">The builder of the application's endpoints.</param>
    /// <param name="configure">Sets what differs from the defaults of <see cref="SimulatorOptions"/>.</param>
    /// <returns>The same builder.</returns>
    public static TypedLlmBuilder UseSimulator(this TypedLlmBuilder builder, Action<SimulatorOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var options = new SimulatorOptions();
        configure?.Invoke(options);

        // The address must be known when settings are read, which happens before the first hosted service may start and cannot wait.
        builder.Services.AddSingleton(_ => SimulatorServer.StartAsync(options).GetAwaiter().GetResult());
        builder.Services.AddSingleton<IPostConfigureOptions<TypedLlmOptions>>(services =>
            new PostConfigureOptions<TypedLlmOptions, SimulatorServer>(
                Options.DefaultName, services.GetRequiredService<SimulatorServer>(), PointAt));
        return builder;
    }

    private static void PointAt(TypedLlmOptions options, SimulatorServer simulator) =>
        options.Providers[Provider] = new ProviderOptions { BaseUrl = simulator.BaseUrl.AbsoluteUri, ApiKey = "simulated" };
}
