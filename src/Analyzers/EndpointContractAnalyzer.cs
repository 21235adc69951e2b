using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedLlm.Endpoints;

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
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var reading = EndpointReader.Read((INamedTypeSymbol)context.Symbol, context.CancellationToken);
        foreach (var problem in reading.Problems)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.Find(Descriptors.Contract, problem.Id),
                problem.Location,
                PropertiesFor(problem, reading.Model, context.CancellationToken),
                problem.Arguments));
        }
    }

    private static ImmutableDictionary<string, string?> PropertiesFor(EndpointProblem problem, EndpointModel? model, CancellationToken cancellationToken)
    {
        var properties = ImmutableDictionary<string, string?>.Empty;
        if (problem.Properties.TryGetValue(EndpointProblem.Replacement, out var replacement))
        {
            properties = properties.Add(FixProperties.Choices, replacement);
        }

        return problem.Id == DiagnosticIds.StreamContradictsReturnType && OnlyStreamsSayStream(problem.Location, model, cancellationToken)
            ? properties.Add(FixProperties.Remove, null)
            : properties;
    }

    // On an interface, 'Stream = false' may be what its other methods want; then the right answer is not certain.
    private static bool OnlyStreamsSayStream(Location location, EndpointModel? model, CancellationToken cancellationToken)
    {
        var written = location.SourceTree?.GetRoot(cancellationToken).FindNode(location.SourceSpan);
        if (written?.FirstAncestorOrSelf<AttributeListSyntax>()?.Parent is MethodDeclarationSyntax)
        {
            return true;
        }

        if (model is null)
        {
            return false;
        }

        foreach (var method in model.Methods)
        {
            if (!method.NeedsStreaming && method.Settings.Stream is false)
            {
                return false;
            }
        }

        return true;
    }
}
