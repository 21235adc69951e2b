using TypedLlm.Catalog;

namespace TypedLlm.Chains;

/// <summary>Parts of the sentences about chains.</summary>
internal static class ChainWords
{
    /// <summary>The name, and the id where that is another.</summary>
    public static string Subject(ModelResolution model) => model.Id == model.Name ? $"'{model.Name}'" : $"'{model.Name}' ({model.Id})";

    /// <summary>Since when a model is shut down; empty if nobody said.</summary>
    public static string Since(ModelFacts facts) => facts.ShutdownDate is { } date ? $" on {date}" : "";

    /// <summary>Names in quotes, of which one is meant.</summary>
    public static string Any(IReadOnlyList<string> names) => $"'{string.Join("' or '", names)}'";

    public static string Use(ReplacementModel? replacement) => replacement switch
    {
        null => "name another model",
        { ReasoningMode: { } mode } => $"use '{replacement.Facts.Id}' (an equal in reasoning mode {mode})",
        _ => $"use '{replacement.Facts.Id}'",
    };

    /// <summary>The temperature that a method sends, with the effort that decides whether a model takes it.</summary>
    public static string Temperature(string method, double? temperature, string? effort) =>
        FormattableString.Invariant($"'{method}' sends Temperature = {temperature}") + (effort is null ? "" : $" with effort {effort}");

    public static EquatableArray<string> One(string? name) => name is null ? default : new([name]);
}
