using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedLlm.CodeFixes;

/// <summary>Writes the name of a model in the way of a name beside it: as a constant of the same class where there is one, else as text in quotes.</summary>
internal static class ModelNameText
{
    public static string Like(SyntaxNode neighbour, string name, SemanticModel model)
    {
        if (neighbour is MemberAccessExpressionSyntax access && model.GetSymbolInfo(access).Symbol is IFieldSymbol { IsConst: true } field)
        {
            foreach (var member in field.ContainingType.GetMembers())
            {
                if (member is IFieldSymbol { IsConst: true, ConstantValue: string value } && value == name && model.IsAccessible(access.SpanStart, member))
                {
                    return $"{access.Expression}.{member.Name}";
                }
            }
        }

        return SymbolDisplay.FormatLiteral(name, quote: true);
    }
}
