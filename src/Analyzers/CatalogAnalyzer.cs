using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using TypedLlm.Analyzers.Catalog;
using TypedLlm.Catalog;

namespace TypedLlm.Analyzers;

/// <summary>Reports what is wrong in <c>typedllm.models.json</c>, inside the file.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CatalogAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => CatalogDescriptors.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            foreach (var (file, content) in CatalogFiles.Read(start))
            {
                if (content.Problems.Count > 0)
                {
                    start.RegisterAdditionalFileAction(context => Report(context, file, content.Problems));
                }
            }
        });
    }

    private static void Report(AdditionalFileAnalysisContext context, AdditionalText file, IReadOnlyList<CatalogProblem> problems)
    {
        if (context.AdditionalFile != file || file.GetText(context.CancellationToken) is not { } text)
        {
            return;
        }

        foreach (var problem in problems)
        {
            var span = new TextSpan(problem.Position.Offset, problem.Position.Length);
            var location = Location.Create(file.Path, span, text.Lines.GetLinePositionSpan(span));
            context.ReportDiagnostic(Diagnostic.Create(CatalogDescriptors.InvalidCatalogFile, location, problem.Message.TrimEnd('.')));
        }
    }
}
