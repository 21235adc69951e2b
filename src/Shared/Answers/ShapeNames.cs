using System.Text;
using Microsoft.CodeAnalysis;

namespace TypedLlm.TypedAnswers;

/// <summary>
/// Names of shapes for people and for <c>$defs</c>. They come from the type alone, so that a type has one name in all shapes; two types may share one.
/// </summary>
internal static class ShapeNames
{
    public static string Of(ITypeSymbol type)
    {
        var name = new StringBuilder();
        Append(name, type);
        return name.ToString();
    }

    private static void Append(StringBuilder name, ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array)
        {
            Append(name, array.ElementType);
            name.Append("Array");
            return;
        }

        name.Append(type.Name);
        if (type is INamedTypeSymbol { TypeArguments: { Length: > 0 } arguments })
        {
            name.Append("Of");
            foreach (var argument in arguments)
            {
                Append(name, argument);
            }
        }
    }
}
