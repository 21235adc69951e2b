using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedLlm.Analyzers.Catalog;
using TypedLlm.Analyzers.Chains;
using TypedLlm.Catalog;
using TypedLlm.Chains;

namespace TypedLlm.Analyzers;

/// <summary>
/// Reports what <see cref="ChainRules"/> finds wrong in the chains of an endpoint, each at the name it is about. Dates are compared with the
/// catalog's own, so that the same inputs always build alike.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ChainAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => ChainDescriptors.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            var catalog = CatalogFiles.Compose(start);
            start.RegisterSymbolAction(context => Analyze(context, catalog), SymbolKind.NamedType);
        });
    }

    private static void Analyze(SymbolAnalysisContext context, ModelCatalog catalog)
    {
        foreach (var chain in EndpointChainReader.Read((INamedTypeSymbol)context.Symbol, context.CancellationToken))
        {
            var options = new ChainOptions(catalog.AsOf, chain.NoFallback, chain.MaxFallbackPriceRatio);
            var problems = ChainRules.Check(chain.Declaration.Names, chain.Needs, options, catalog);
            foreach (var problem in problems)
            {
                object[] arguments = [.. problem.Arguments];
                context.ReportDiagnostic(Diagnostic.Create(
                    Descriptors.Find(ChainDescriptors.All, problem.RuleId),
                    chain.Declaration.Locations[problem.Index],
                    ChainFixes.PropertiesFor(problem, problems, chain),
                    arguments));
            }
        }
    }
}
