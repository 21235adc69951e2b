using Microsoft.CodeAnalysis;
using TypedLlm.Endpoints;

namespace TypedLlm.TypedAnswers;

/// <summary>Finds what carries <c>[Obsolete("…", true)]</c>: any use of it is an error, in generated code as well, and no pragma switches that off.</summary>
internal static class ObsoleteErrors
{
    public static bool Is(ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (TypeNames.Is(attribute.AttributeClass, "System", "ObsoleteAttribute") && JsonAttributes.Argument(attribute, 1) is true)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a property or field cannot be read, or set; the compiler asks what an override overrides, too.</summary>
    public static bool IsMember(ISymbol member, bool isWritten)
    {
        if (member is not IPropertySymbol)
        {
            return Is(member);
        }

        for (var property = (IPropertySymbol?)member; property is not null; property = property.OverriddenProperty)
        {
            var accessor = isWritten ? property.GetMethod : property.SetMethod;
            if (Is(property) || (accessor is not null && Is(accessor)))
            {
                return true;
            }
        }

        return false;
    }
}
