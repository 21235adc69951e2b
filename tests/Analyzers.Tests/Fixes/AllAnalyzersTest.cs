using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedLlm.Analyzers.Tests.Habits;
using TypedLlm.TestKit.Verifiers;

namespace TypedLlm.Analyzers.Tests.Fixes;

/// <summary>A fix test in which all analyzers run but the one that only advises, so that nothing new may be raised by any of them.</summary>
public sealed class AllAnalyzersTest<TCodeFix> : CSharpCodeFixTest<ChainAnalyzer, TCodeFix>
    where TCodeFix : CodeFixProvider, new()
{
    protected override ImmutableArray<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => [.. AllAnalyzers.All.Where(analyzer => analyzer is not CancellationAnalyzer)];
}
