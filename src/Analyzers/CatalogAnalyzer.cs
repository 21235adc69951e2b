using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedLlm.Analyzers.Catalog;
using TypedLlm.Catalog;

namespace TypedLlm.Analyzers;

/// <summary>Reports what is wrong in <c>typedllm.models.json</c>, inside the file.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CatalogAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(CatalogDescriptors.InvalidCatalogFile, CatalogDescriptors.UnknownName);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            var files = CatalogFiles.Read(start);
            if (files.Count > 0)
            {
                // A name may be declared in another file.
                var catalog = CatalogFiles.Compose(files);
                start.RegisterAdditionalFileAction(context => Report(context, files, catalog));
            }
        });
    }

    private static void Report(
        AdditionalFileAnalysisContext context, IReadOnlyList<(AdditionalText File, CatalogReadResult Content)> files, ModelCatalog catalog)
    {
        foreach (var (file, content) in files)
        {
            if (file == context.AdditionalFile)
            {
                FileReport.Report(context, CatalogDescriptors.InvalidCatalogFile, content.Problems);
                FileReport.Report(context, CatalogDescriptors.UnknownName, UnknownNames.Find(content.File, catalog));
            }
        }
    }
}
