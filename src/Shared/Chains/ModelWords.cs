using TypedLlm.Catalog;

namespace TypedLlm.Chains;

/// <summary>Parts of the sentences about models.</summary>
internal static class ModelWords
{
    /// <summary>The name as written, and its id if that is another.</summary>
    public static string Subject(ModelResolution model) => model.Id == model.Name ? $"'{model.Name}'" : $"'{model.Name}' ({model.Id})";

    /// <summary>Since when a model is shut down; empty if nobody said.</summary>
    public static string Since(ModelFacts facts) => facts.ShutdownDate is { } date ? $" on {date}" : "";
}
