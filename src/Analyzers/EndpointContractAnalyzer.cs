using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
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
            start.RegisterSymbolAction(context => Analyze(context, files), SymbolKind.NamedType);
        });
    }

    private static void Analyze(SymbolAnalysisContext context, PromptFiles files)
    {
        var reading = EndpointReader.Read((INamedTypeSymbol)context.Symbol, files, context.CancellationToken);
        foreach (var problem in reading.Problems)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.Find(Descriptors.Contract, problem.Id),
                problem.Location,
                ContractFixes.PropertiesFor(problem, reading, context.CancellationToken),
                problem.Arguments));
        }
    }
}
