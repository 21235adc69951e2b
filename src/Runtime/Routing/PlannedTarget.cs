using TypedLlm.Catalog;
using TypedLlm.Registry;

namespace TypedLlm.Routing;

/// <summary>A model of a chain as its names resolve.</summary>
/// <param name="Id">The id to send.</param>
/// <param name="Facts">What the catalog knows about it.</param>
/// <param name="Provider">Who serves it.</param>
/// <param name="Obstacle">Why it is never asked, whoever calls and whenever. Null if it may be.</param>
internal sealed record PlannedTarget(string Id, ModelFacts Facts, Provider Provider, string? Obstacle)
{
    /// <summary>Why it is not asked on that day. Null if it may be.</summary>
    public string? ObstacleOn(CatalogDate today)
    {
        if (Obstacle is not null || !Facts.IsShutDown(today))
        {
            return Obstacle;
        }

        return Facts.ShutdownDate is { } date
            ? $"shut down on {date}; give its name to another model with an alias in typedllm.models.json, or name another model"
            : "shut down; give its name to another model with an alias in typedllm.models.json, or name another model";
    }

    /// <summary>The most tokens that a prompt may have, as far as is known.</summary>
    public int? Window => Facts.MaxInputTokens ?? Facts.ContextWindow;
}
