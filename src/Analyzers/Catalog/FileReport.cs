using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedLlm.Catalog;

namespace TypedLlm.Analyzers.Catalog;

/// <summary>Reports the problems of a file inside it.</summary>
internal static class FileReport
{
    public static void Report(AdditionalFileAnalysisContext context, DiagnosticDescriptor rule, IReadOnlyList<CatalogProblem> problems)
    {
        if (problems.Count == 0 || context.AdditionalFile.GetText(context.CancellationToken) is not { } text)
        {
            return;
        }

        foreach (var problem in problems)
        {
            var location = ProjectFiles.LocationOf(problem.Position, context.AdditionalFile, text);
            context.ReportDiagnostic(Diagnostic.Create(rule, location, problem.Message.TrimEnd('.')));
        }
    }
}
