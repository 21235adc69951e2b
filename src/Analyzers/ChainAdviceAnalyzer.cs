using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedLlm.Analyzers.Catalog;
using TypedLlm.Analyzers.Chains;
using TypedLlm.Catalog;
using TypedLlm.Chains;

namespace TypedLlm.Analyzers;

/// <summary>Gives advice about chains. All of its rules are off by default, and a compiler does not run it then.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ChainAdviceAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => AdviceDescriptors.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            var models = ProjectModels.Read(start);
            start.RegisterSymbolAction(context => Analyze(context, models), SymbolKind.NamedType);
        });
    }

    private static void Analyze(SymbolAnalysisContext context, ProjectModels models)
    {
        foreach (var chain in EndpointChainReader.Read((INamedTypeSymbol)context.Symbol, context.CancellationToken))
        {
            foreach (var problem in ChainAdvice.Check(chain.Declaration.Names, chain.Workloads, models.Today, models.Catalog))
            {
                object[] arguments = [.. problem.Arguments];
                context.ReportDiagnostic(Diagnostic.Create(
                    Descriptors.Find(AdviceDescriptors.All, problem.RuleId), chain.Declaration.Locations[problem.Index], arguments));
            }
        }
    }
}
