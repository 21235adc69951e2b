using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedLlm.Analyzers.Chains;

namespace TypedLlm.Analyzers;

/// <summary>
/// Reports what is wrong between the chains that an assembly declares under names and the endpoints that use them. Only what no single file
/// shows, an unused name and a chain that is written again and again, waits for the whole compilation.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NamedChainAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => NamedChainDescriptors.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze); // Generated endpoints use chains too; nothing is reported there.
        context.RegisterCompilationStartAction(static start =>
        {
            var uses = new ChainUses();
            start.RegisterSymbolAction(context => ChainUseRules.Check(context, uses), SymbolKind.NamedType);
            start.RegisterSemanticModelAction(AnalyzeDeclarations);
            start.RegisterCompilationEndAction(context => ChainUsesRules.Check(context, uses));
        });
    }

    private static void AnalyzeDeclarations(SemanticModelAnalysisContext context)
    {
        if (context.SemanticModel.SyntaxTree.GetRoot(context.CancellationToken) is CompilationUnitSyntax { AttributeLists.Count: > 0 })
        {
            ChainDeclarationRules.Check(context);
        }
    }
}
