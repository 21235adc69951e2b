using TypedLlm.Catalog;
using TypedLlm.Routing;
using TypedLlm.Tool.Cli;
using TypedLlm.Tool.Descriptors;
using TypedLlm.Tool.Environments;
using TypedLlm.Tool.Workspaces;

namespace TypedLlm.Tool.Rendering;

/// <summary>The models that calls of a method ask, and what these calls send and wait for, as the running app would resolve it.</summary>
internal sealed record MethodChain
{
    /// <summary>The chain that the settings have for the method; null if its attributes count.</summary>
    public required ConfiguredChain? Configured { get; init; }

    /// <summary>The models in order, each with why it is passed over; null if it is asked.</summary>
    public required IReadOnlyList<(ChainTarget Target, string? Obstacle)> Targets { get; init; }

    public required CallSettings Settings { get; init; }

    /// <exception cref="ToolException">The app would refuse the chain.</exception>
    public static MethodChain Resolve(MethodDescriptor method, ModelCatalog catalog, ToolEnvironment environment, CatalogDate today)
    {
        try
        {
            var configured = new ConfiguredChains(environment.Options).Find(method.Method);
            var targets = ChainTargets.Resolve(method.Method, configured, catalog, today);
            var needs = CallSettings.NeedsOf(method.Method);
            var someServe = ChainTargets.SomeServe(targets, needs, today);
            var timers = environment.Options.Timers;
            var isStream = method.Returns is ReturnKind.Stream or ReturnKind.EventStream;
            return new MethodChain
            {
                Configured = configured,
                Targets = [.. targets.Select(target => (target, target.ObstacleOn(today, needs, someServe)))],
                Settings = CallSettings.Of(method.Method, needs, options: null, isStream ? timers.StreamDeadline : timers.Deadline, timers),
            };
        }
        catch (LlmException exception)
        {
            throw new ToolException(exception.Message, exception);
        }
    }
}
