using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedLlm.Analyzers.Options;

namespace TypedLlm.Analyzers;

/// <summary>Reports options of the rules whose value cannot be used, each once. They stand in no source file, so that there is no place to show.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OptionsAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => OptionDescriptors.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationAction(Analyze);
    }

    private static void Analyze(CompilationAnalysisContext context)
    {
        var provider = context.Options.AnalyzerConfigOptionsProvider;
        var invalid = new HashSet<InvalidOption>();
        AddInvalid(provider.GlobalOptions, invalid);
        foreach (var tree in context.Compilation.SyntaxTrees)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            AddInvalid(provider.GetOptions(tree), invalid);
        }

        foreach (var option in invalid)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                OptionDescriptors.InvalidOption, Location.None, option.Name, option.Text, option.Expected));
        }
    }

    private static void AddInvalid(AnalyzerConfigOptions options, HashSet<InvalidOption> invalid)
    {
        foreach (var option in ChainSettings.All)
        {
            option.AddInvalid(options, invalid);
        }
    }
}
