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
            var problems = Check(chain, ChainSettings.For(chain, context.Options, models), models);
            foreach (var problem in problems)
            {
                if (chain.Declaration.ChainName is null || problem.RuleId == DiagnosticIds.ChainLongerThanAttempts)
                {
                    context.ReportDiagnostic(DiagnosticOf(problem, problems, chain, models, context.CancellationToken));
                }
                else if (!ChainScope.IsOfChain(problem.RuleId, chain.LimitsPrice))
                {
                    context.ReportDiagnostic(DiagnosticOf(OfNamedChain(problem, chain), chain, ImmutableDictionary<string, string?>.Empty, []));
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
                && NamedChainReader.Read(declaration, context.CancellationToken) is { } chain)
            {
                var options = ChainSettings.For(chain, context.Options, models);
                var problems = Check(chain, options, models);
                if (problems.Count > 0)
                {
                    var used = NamedChainReader.WithNeeds(
                        chain, NamedChains.NameOf(declaration), options.MaxFallbackPriceRatio, assembly, context.CancellationToken);
                    ReportDeclared(context, problems, used, models);
                }
            }
        }
    }

    /// <summary>Reports what is wrong with a chain by itself, with suggestions that serve those who use it.</summary>
    private static void ReportDeclared(
        SemanticModelAnalysisContext context, IReadOnlyList<ChainProblem> alone, EndpointChain used, ProjectModels models)
    {
        var problems = Check(used, ChainSettings.For(used, context.Options, models) with { JudgesNeeds = false }, models);
        foreach (var problem in problems)
        {
            if (ChainScope.IsOfChain(problem.RuleId, used.LimitsPrice) && Contains(alone, problem))
            {
                context.ReportDiagnostic(DiagnosticOf(problem, problems, used, models, context.CancellationToken));
            }
        }
    }

    private static bool Contains(IReadOnlyList<ChainProblem> problems, ChainProblem problem)
    {
        foreach (var other in problems)
        {
            if (other.RuleId == problem.RuleId && other.Index == problem.Index)
            {
                return true;
            }
        }

        return false;
    }

    private static IReadOnlyList<ChainProblem> Check(EndpointChain chain, ChainOptions options, ProjectModels models) =>
        ChainRules.Check(chain.Declaration.Names, chain.Needs, options, models.Catalog);

    // Where a chain is used, its models are not to be seen. The first argument of these rules is the model.
    private static ChainProblem OfNamedChain(ChainProblem problem, EndpointChain chain)
    {
        string[] arguments = [.. problem.Arguments];
        arguments[0] += $" of chain '{chain.Declaration.ChainName}'";
        return problem with { Arguments = new(arguments) };
    }

    private static Diagnostic DiagnosticOf(
        ChainProblem problem, IReadOnlyList<ChainProblem> problems, EndpointChain chain, ProjectModels models, CancellationToken cancellationToken) =>
        DiagnosticOf(
            problem,
            chain,
            ChainFixes.PropertiesFor(problem, problems, chain, models.Catalog),
            ChainFixes.PlacesFor(problem, chain, cancellationToken));

    private static Diagnostic DiagnosticOf(
        ChainProblem problem, EndpointChain chain, ImmutableDictionary<string, string?> properties, IReadOnlyList<Location> places)
    {
        object[] arguments = [.. problem.Arguments];
        return Diagnostic.Create(
            Descriptors.Find(ChainDescriptors.All, problem.RuleId), chain.Declaration.Locations[problem.Index], places, properties, arguments);
    }
}
