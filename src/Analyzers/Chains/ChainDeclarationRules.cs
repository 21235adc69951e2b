using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedLlm.Endpoints;

namespace TypedLlm.Analyzers.Chains;

/// <summary>Checks that each chain a file declares has a primary and a name of its own.</summary>
internal static class ChainDeclarationRules
{
    public static void Check(SemanticModelAnalysisContext context)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var declaration in NamedChains.All(context.SemanticModel.Compilation.Assembly))
        {
            var name = NamedChains.NameOf(declaration);
            var isFirst = name is null || names.Add(name);
            if (declaration.ApplicationSyntaxReference is { } reference
                && reference.SyntaxTree == context.SemanticModel.SyntaxTree
                && reference.GetSyntax(context.CancellationToken) is AttributeSyntax { ContainsDiagnostics: false } syntax
                && !IsHalfWritten(declaration))
            {
                CheckName(name, isFirst, AttributeSyntaxes.FirstArgument(declaration, context.CancellationToken) ?? (SyntaxNode)syntax.Name, context);
                CheckPrimary(name, declaration, context);
            }
        }
    }

    private static void CheckName(string? name, bool isFirst, SyntaxNode place, SemanticModelAnalysisContext context)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            Report(context, place.GetLocation(), "The chain has no name", "give it one that endpoints can use");
        }
        else if (!isFirst)
        {
            Report(context, place.GetLocation(), $"Chain '{name}' is already declared", "name this one otherwise, or remove it");
        }
    }

    private static void CheckPrimary(string? name, AttributeData declaration, SemanticModelAnalysisContext context)
    {
        if (!string.IsNullOrWhiteSpace(name)
            && ChainDeclarationReader.ReadModels(declaration, context.CancellationToken) is { } models
            && string.IsNullOrWhiteSpace(models.Names[0]))
        {
            Report(context, models.Locations[0], $"Chain '{name}' has no primary model", "set Primary to the id or short name of a model");
        }
    }

    private static bool IsHalfWritten(AttributeData declaration) =>
        declaration.ConstructorArguments is not { Length: 1 } arguments || arguments[0].Kind == TypedConstantKind.Error;

    private static void Report(SemanticModelAnalysisContext context, Location location, string fault, string advice) =>
        context.ReportDiagnostic(Diagnostic.Create(NamedChainDescriptors.InvalidChainDeclaration, location, fault, advice));
}
