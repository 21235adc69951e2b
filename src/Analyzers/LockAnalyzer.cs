using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedLlm.Analyzers.Catalog;
using TypedLlm.Catalog;

namespace TypedLlm.Analyzers;

/// <summary>Reports what is wrong in <c>typedllm.lock.json</c>, inside the file.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LockAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(CatalogDescriptors.InvalidLockFile);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (LockFiles.Read(start) is not var (file, content))
            {
                return;
            }

            LockFiles.Select(content.File, start.Options, out var absent);
            IReadOnlyList<CatalogProblem> problems = absent is null ? content.Problems : [.. content.Problems, absent];
            if (problems.Count > 0)
            {
                start.RegisterAdditionalFileAction(context =>
                {
                    if (context.AdditionalFile == file)
                    {
                        FileReport.Report(context, CatalogDescriptors.InvalidLockFile, problems);
                    }
                });
            }
        });
    }
}
