using Microsoft.CodeAnalysis;

namespace TypedLlm.Analyzers.Tests.Habits;

/// <summary>All descriptors, in the order of their ids.</summary>
internal static class AllRules
{
    public static IReadOnlyList<DiagnosticDescriptor> Descriptors { get; } =
        [.. ChainDescriptors.All.Concat(Analyzers.Descriptors.Contract).Concat(CatalogDescriptors.All).OrderBy(rule => rule.Id, StringComparer.Ordinal)];

    public static TheoryData<string> Ids => new(Descriptors.Select(rule => rule.Id).Distinct());

    public static DiagnosticDescriptor Find(string id) => Descriptors.Single(rule => rule.Id == id);
}
