using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedLlm.Analyzers.Answers;
using TypedLlm.Endpoints;
using TypedLlm.TypedAnswers;

namespace TypedLlm.Analyzers;

/// <summary>Reports what <see cref="ShapeReader"/> finds wrong in the types that models answer with, each finding once for all roots that reach it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AnswerTypeAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => AnswerDescriptors.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            var reported = new ConcurrentDictionary<(Location Place, string Message), bool>();
            start.RegisterSymbolAction(context => Analyze(context, reported), SymbolKind.NamedType);
        });
    }

    private static void Analyze(SymbolAnalysisContext context, ConcurrentDictionary<(Location Place, string Message), bool> reported)
    {
        foreach (var root in AnswerRoots.Of((INamedTypeSymbol)context.Symbol, context.CancellationToken))
        {
            foreach (var problem in Problems(root, context))
            {
                var finding = Diagnostic.Create(Descriptors.Find(AnswerDescriptors.All, problem.Id), problem.Location ?? root.Place, problem.Others, problem.Arguments);
                if (reported.TryAdd((finding.Location, finding.GetMessage(System.Globalization.CultureInfo.InvariantCulture)), true))
                {
                    context.ReportDiagnostic(finding);
                }
            }
        }
    }

    private static IReadOnlyList<AnswerProblem> Problems(AnswerRoot root, SymbolAnalysisContext context)
    {
        var reading = ShapeReader.Read(root.Type, context.Compilation.Assembly, context.CancellationToken);
        if (reading.Shape is not { } shape)
        {
            return reading.Problems;
        }

        var ofEvents = root.IsWatched ? PartialRules.Check(root.Type, context.Compilation.Assembly, context.CancellationToken) : null;
        return [.. reading.Problems, .. Limits(shape, root), .. ofEvents is null ? Array.Empty<AnswerProblem>() : [ofEvents]];
    }

    private static IEnumerable<AnswerProblem> Limits(AnswerShape shape, AnswerRoot root)
    {
        var name = TypeNames.Readable(root.Type);
        return root.IsElement ? SchemaLimits.Check(shape.AsList(), $"list of {name}") : SchemaLimits.Check(shape, name);
    }
}
