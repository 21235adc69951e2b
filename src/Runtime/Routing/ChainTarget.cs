using TypedLlm.Catalog;
using TypedLlm.Chains;

namespace TypedLlm.Routing;

/// <summary>A model of a chain as its name resolves.</summary>
/// <param name="Name">The name as written.</param>
/// <param name="Id">The id to send.</param>
/// <param name="Facts">What the catalog knows about it.</param>
/// <param name="Obstacle">Why it is never asked, whoever calls and whenever. Null if it may be.</param>
internal record ChainTarget(string Name, string Id, ModelFacts Facts, string? Obstacle)
{
    /// <summary>The most tokens that a prompt may have, as far as is known.</summary>
    public int? Window => Facts.MaxInputTokens ?? Facts.ContextWindow;

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

    /// <summary>Why it is not asked on that day for a call that needs something, where another model of the chain would serve it. Null if it may be.</summary>
    public string? ObstacleOn(CatalogDate today, CallNeeds needs, bool someServe) =>
        ObstacleOn(today)
        ?? (someServe && needs.FitOf(Facts) == NeedsFit.Refuses ? "refuses a parameter of this call (effort, temperature, tier, output limit or streaming)" : null);
}
