using System.Reflection;
using Microsoft.CodeAnalysis;

namespace TypedLlm.Analyzers.Tests.Habits;

/// <summary>All descriptors that are declared, in the order of their ids.</summary>
internal static class AllRules
{
    public static IReadOnlyList<DiagnosticDescriptor> Descriptors { get; } =
        [.. typeof(ChainAnalyzer).Assembly.GetTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Where(field => field.FieldType == typeof(DiagnosticDescriptor))
            .Select(field => (DiagnosticDescriptor)field.GetValue(null)!)
            .OrderBy(rule => rule.Id, StringComparer.Ordinal)];

    public static TheoryData<string> Ids => new(Descriptors.Select(rule => rule.Id).Distinct());

    public static DiagnosticDescriptor Find(string id) => Descriptors.Single(rule => rule.Id == id);
}
