using TypedLlm.Catalog;

namespace TypedLlm.Simulator;

/// <summary>A model as a request names it.</summary>
/// <param name="Id">The name in the request.</param>
/// <param name="Echo">The name in responses: the dated snapshot where there is one.</param>
/// <param name="Facts">What the catalog knows; what it does not know is not refused.</param>
internal sealed record SimulatedModel(string Id, string Echo, ModelFacts Facts)
{
    public bool AllowsTemperature(string? effort) => Facts.Temperature switch
    {
        TemperatureRule.Rejected => false,
        TemperatureRule.WithEffortNone => effort is "none",
        TemperatureRule.NotWithDefaultEffort => effort != Facts.DefaultEffort,
        _ => true,
    };
}
