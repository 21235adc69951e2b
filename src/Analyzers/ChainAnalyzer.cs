using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedLlm.Analyzers.Catalog;
using TypedLlm.Analyzers.Chains;
using TypedLlm.Analyzers.Options;
using TypedLlm.Chains;
using TypedLlm.Endpoints;

namespace TypedLlm.Analyzers;

/// <summary>
/// Reports what <see cref="ChainRules"/> finds wrong in the chains of an endpoint and in those that are declared under a name, each at the name it
/// is about. Dates are compared with the catalog's own or the lock's, so that the same inputs always build alike.
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
            var models = ProjectModels.Read(start);
            start.RegisterSymbolAction(context => AnalyzeEndpoint(context, models), SymbolKind.NamedType);
            start.RegisterSemanticModelAction(context => AnalyzeDeclarations(context, models));
        });
    }

    private static void AnalyzeEndpoint(SymbolAnalysisContext context, ProjectModels models)
    {
        foreach (var chain in EndpointChainReader.Read((INamedTypeSymbol)context.Symbol, context.CancellationToken))
        {
            var problems = Check(chain, context.Options, models);
            foreach (var problem in problems)
            {
                if (chain.Declaration.ChainName is null || problem.RuleId == DiagnosticIds.ChainLongerThanAttempts)
                {
                    context.ReportDiagnostic(DiagnosticOf(problem, problems, chain, models));
                }
                else if (!ChainScope.IsOfChain(problem.RuleId))
                {
                    context.ReportDiagnostic(DiagnosticOf(OfNamedChain(problem, chain), chain, ImmutableDictionary<string, string?>.Empty));
                }
            }
        }
    }

    private static void AnalyzeDeclarations(SemanticModelAnalysisContext context, ProjectModels models)
    {
        var tree = context.SemanticModel.SyntaxTree;
        if (tree.GetRoot(context.CancellationToken) is not CompilationUnitSyntax { AttributeLists.Count: > 0 })
        {
            return;
        }

        var assembly = context.SemanticModel.Compilation.Assembly;
        foreach (var declaration in NamedChains.All(assembly))
        {
            if (declaration.ApplicationSyntaxReference?.SyntaxTree == tree
                && NamedChainReader.Read(declaration, context.CancellationToken) is { } chain
                && Check(chain, context.Options, models).Count > 0)
            {
                chain = NamedChainReader.WithNeeds(chain, NamedChains.NameOf(declaration), assembly, context.CancellationToken);
                var problems = Check(chain, context.Options, models);
                foreach (var problem in problems)
                {
                    if (ChainScope.IsOfChain(problem.RuleId))
                    {
                        context.ReportDiagnostic(DiagnosticOf(problem, problems, chain, models));
                    }
                }
            }
        }
    }

    private static IReadOnlyList<ChainProblem> Check(EndpointChain chain, AnalyzerOptions options, ProjectModels models) =>
        ChainRules.Check(chain.Declaration.Names, chain.Needs, ChainSettings.For(chain, options, models), models.Catalog);

    // Where a chain is used, its models are not to be seen. The first argument of these rules is the model.
    private static ChainProblem OfNamedChain(ChainProblem problem, EndpointChain chain)
    {
        string[] arguments = [.. problem.Arguments];
        arguments[0] += $" of chain '{chain.Declaration.ChainName}'";
        return problem with { Arguments = new(arguments) };
    }

    private static Diagnostic DiagnosticOf(ChainProblem problem, IReadOnlyList<ChainProblem> problems, EndpointChain chain, ProjectModels models) =>
        DiagnosticOf(problem, chain, ChainFixes.PropertiesFor(problem, problems, chain, models.Catalog));

    private static Diagnostic DiagnosticOf(ChainProblem problem, EndpointChain chain, ImmutableDictionary<string, string?> properties)
    {
        object[] arguments = [.. problem.Arguments];
        return Diagnostic.Create(
            Descriptors.Find(ChainDescriptors.All, problem.RuleId), chain.Declaration.Locations[problem.Index], properties, arguments);
    }
}
