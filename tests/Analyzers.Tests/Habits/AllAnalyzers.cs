using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;

namespace TypedLlm.Analyzers.Tests.Habits;

/// <summary>All analyzers, found as the host finds them: by their attribute.</summary>
internal static class AllAnalyzers
{
    public static ImmutableArray<DiagnosticAnalyzer> All { get; } =
        [.. typeof(ChainAnalyzer).Assembly.GetTypes()
            .Where(type => type.IsDefined(typeof(DiagnosticAnalyzerAttribute), inherit: false))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)];
}
