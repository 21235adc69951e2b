using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace TypedLlm.Benchmarks.Compilation;

/// <summary>Registers actions of the same kinds as one of our analyzers, all of which do nothing: what the compiler asks of any such analyzer.</summary>
internal sealed class EmptyAnalyzer(DiagnosticAnalyzer analyzer, Action<AnalysisContext> register) : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => analyzer.SupportedDiagnostics;

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        register(context);
    }
}
