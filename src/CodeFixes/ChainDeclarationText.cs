using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedLlm.CodeFixes;

/// <summary>Writes the declaration of a chain. Constants of the user's are written as text: what is in scope at an endpoint need not be at the declaration.</summary>
internal static class ChainDeclarationText
{
    private static readonly string[] Order = [WellKnownNames.Primary, WellKnownNames.Fallback, WellKnownNames.Fallbacks];

    /// <param name="name">The chain's name.</param>
    /// <param name="chain">What it stands for.</param>
    /// <param name="qualifier">What stands before names of the package.</param>
    public static string Write(string name, WrittenChain chain, string qualifier)
    {
        var models = chain.Models
            .OrderBy(argument => Array.IndexOf(Order, PropertyOf(argument)))
            .Select(argument => $"{PropertyOf(argument)} = {Value(argument.Expression, chain.Model, qualifier)}");
        return $"[assembly: {qualifier}LlmChain({SymbolDisplay.FormatLiteral(name, quote: true)}, {string.Join(", ", models)})]";
    }

    private static string PropertyOf(AttributeArgumentSyntax argument) => argument.NameEquals!.Name.Identifier.ValueText;

    private static string Value(ExpressionSyntax expression, SemanticModel model, string qualifier)
    {
        var elements = ArrayElements.Of(expression);
        if (elements.Count == 0)
        {
            return Name(expression, model, qualifier);
        }

        var names = string.Join(", ", elements.Select(element => Name(element, model, qualifier)));
        return ArrayElements.IsCollection(expression) ? $"[{names}]" : $"new[] {{ {names} }}";
    }

    private static string Name(SyntaxNode expression, SemanticModel model, string qualifier)
    {
        if (model.GetSymbolInfo(expression).Symbol is IFieldSymbol { ContainingType: { Name: "LlmModels", ContainingNamespace.Name: "TypedLlm" } } constant)
        {
            return $"{qualifier}LlmModels.{constant.Name}";
        }

        return model.GetConstantValue(expression) is { HasValue: true, Value: string value } ? SymbolDisplay.FormatLiteral(value, quote: true) : "null";
    }
}
