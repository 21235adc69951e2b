namespace TypedLlm.Catalog;

/// <summary>When a model takes a temperature other than the default.</summary>
internal enum TemperatureRule
{
    Allowed,
    Rejected,

    /// <summary>Only with reasoning effort <c>none</c>.</summary>
    WithEffortNone,

    /// <summary>Not with the default effort; other efforts are not verified.</summary>
    NotWithDefaultEffort,
}
