using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedLlm.Analyzers.Declarations;
using TypedLlm.Endpoints;
using TypedLlm.Prompts;

namespace TypedLlm.Analyzers;

/// <summary>Reports what <see cref="EndpointReader"/> finds wrong in the declaration of an endpoint and in its prompts.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EndpointContractAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Descriptors.Contract;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            var files = PromptFiles.Of(start.Options);
            var bases = new EndpointBases(start.Compilation);
            start.RegisterSymbolAction(context => Analyze(context, files, bases), SymbolKind.NamedType);
        });
    }

    private static void Analyze(SymbolAnalysisContext context, PromptFiles files, EndpointBases bases)
    {
        var endpoint = (INamedTypeSymbol)context.Symbol;
        var reading = EndpointReader.Read(endpoint, files, context.CancellationToken);
        foreach (var problem in reading.Problems)
        {
            if (problem.Base is { } inherited && IsOfEarlier(bases.EndpointsOf(inherited, context.CancellationToken), endpoint, problem, files, context.CancellationToken))
            {
                continue;
            }

            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.Find(Descriptors.Contract, problem.Id),
                problem.Location,
                ContractFixes.PropertiesFor(problem, reading, context.CancellationToken),
                problem.Arguments));
        }
    }

    /// <summary>Whether an earlier endpoint has the problem from the same base interface, and reports it.</summary>
    private static bool IsOfEarlier(
        IReadOnlyList<INamedTypeSymbol> endpoints, INamedTypeSymbol endpoint, EndpointProblem problem, PromptFiles files, CancellationToken cancellationToken)
    {
        foreach (var other in endpoints)
        {
            if (SymbolEqualityComparer.Default.Equals(other, endpoint))
            {
                return false;
            }

            foreach (var earlier in EndpointReader.Read(other, files, cancellationToken).Problems)
            {
                if (earlier.IsSameAs(problem))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
