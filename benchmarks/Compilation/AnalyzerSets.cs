using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Diagnostics.Telemetry;
using TypedLlm.Analyzers;

namespace TypedLlm.Benchmarks.Compilation;

/// <summary>All our analyzers, and for each one an empty one that registers the same.</summary>
internal static class AnalyzerSets
{
    // As over the corpus, which has neither settings nor a lock file.
    private static readonly Dictionary<Type, Action<AnalysisContext>> Registrations = new()
    {
        [typeof(AnswerTypeAnalyzer)] = static context => AtStart(context, OnTypes),
        [typeof(AppSettingsAnalyzer)] = static context => AtStart(context, static _ => { }),
        [typeof(AttributePlacementAnalyzer)] = static context =>
        {
            AtStart(context, OnTypes);
            context.RegisterSyntaxNodeAction(
                static _ => { }, SyntaxKind.LocalFunctionStatement, SyntaxKind.ParenthesizedLambdaExpression, SyntaxKind.SimpleLambdaExpression);
        },
        [typeof(CallSiteAnalyzer)] = static context => AtStart(context, static start =>
        {
            start.RegisterOperationAction(static _ => { }, OperationKind.ObjectCreation, OperationKind.Invocation);
            start.RegisterOperationAction(static _ => { }, OperationKind.SimpleAssignment);
        }),
        [typeof(CancellationAnalyzer)] = static context => context.RegisterSymbolAction(static _ => { }, SymbolKind.NamedType),
        [typeof(CatalogAnalyzer)] = static context => AtStart(context, static start => start.RegisterAdditionalFileAction(static _ => { })),
        [typeof(ChainAdviceAnalyzer)] = static context => AtStart(context, OnTypes),
        [typeof(ChainAnalyzer)] = static context => AtStart(context, static start =>
        {
            OnTypes(start);
            start.RegisterSemanticModelAction(static _ => { });
        }),
        [typeof(EndpointContractAnalyzer)] = static context => AtStart(context, OnTypes),
        [typeof(FilePartAnalyzer)] = static context => AtStart(context, static start => start.RegisterOperationAction(static _ => { }, OperationKind.Invocation)),
        [typeof(GeneratedClientAnalyzer)] = static context => AtStart(context, static start =>
        {
            OnTypes(start);
            start.RegisterCompilationEndAction(static _ => { });
        }),
        [typeof(LockAnalyzer)] = static context => AtStart(context, static _ => { }),
        [typeof(NamedChainAnalyzer)] = static context => AtStart(context, static start =>
        {
            OnTypes(start);
            start.RegisterSemanticModelAction(static _ => { });
            start.RegisterCompilationEndAction(static _ => { });
        }),
        [typeof(OptionsAnalyzer)] = static context => context.RegisterCompilationAction(static _ => { }),
        [typeof(VersionAnalyzer)] = static context => context.RegisterCompilationAction(static _ => { }),
    };

    public static ImmutableArray<DiagnosticAnalyzer> Ours { get; } =
        [.. typeof(ChainAnalyzer).Assembly.GetTypes()
            .Where(type => type.IsDefined(typeof(DiagnosticAnalyzerAttribute)))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)];

    public static ImmutableArray<DiagnosticAnalyzer> Empty { get; } = [.. Ours.Select(analyzer => new EmptyAnalyzer(analyzer, Registrations[analyzer.GetType()]))];

    /// <summary>Fails unless each empty analyzer has as many actions of each kind as ours.</summary>
    public static async Task CheckAlikeAsync(CompilationWithAnalyzers ours, CompilationWithAnalyzers empty)
    {
        for (var i = 0; i < Ours.Length; i++)
        {
            var expected = Actions(await ours.GetAnalyzerTelemetryInfoAsync(Ours[i], default));
            var actual = Actions(await empty.GetAnalyzerTelemetryInfoAsync(Empty[i], default));
            if (actual != expected)
            {
                throw new InvalidOperationException($"The empty {Ours[i].GetType().Name} registers {actual}, the real one {expected}.");
            }
        }
    }

    private static void AtStart(AnalysisContext context, Action<CompilationStartAnalysisContext> register) => context.RegisterCompilationStartAction(register);

    private static void OnTypes(CompilationStartAnalysisContext start) => start.RegisterSymbolAction(static _ => { }, SymbolKind.NamedType);

    private static string Actions(AnalyzerTelemetryInfo telemetry) => string.Join(
        ", ",
        typeof(AnalyzerTelemetryInfo).GetProperties()
            .Where(property => property.PropertyType == typeof(int))
            .Select(property => (property.Name, Count: (int)property.GetValue(telemetry)!))
            .Where(actions => actions.Count > 0)
            .Select(actions => $"{actions.Name} {actions.Count}"));
}
