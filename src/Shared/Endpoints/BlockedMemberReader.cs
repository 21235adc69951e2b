using System.Text;
using Microsoft.CodeAnalysis;

namespace TypedLlm.Endpoints;

/// <summary>Reads members that can only throw. Implementing them by name spares their defaults, constraints and accessibility.</summary>
internal static class BlockedMemberReader
{
    private static readonly SymbolDisplayFormat Explicit = TypeNames.Format
        .WithMemberOptions(
            SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeRef
            | SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeContainingType)
        .WithParameterOptions(
            SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeParamsRefOut);

    public static BlockedMember Read(ISymbol member, string rule)
    {
        // A member that is declared abstract again is implemented where it was declared first.
        var target = Overridden(member) ?? member;
        var code = target.ToDisplayString(Explicit);
        return target switch
        {
            IMethodSymbol method => new BlockedMember(rule, (TakesPointers(method) ? "unsafe " : "") + code + Constraints(method), default),
            IPropertySymbol property => new BlockedMember(rule, (IsPointer(property.Type) ? "unsafe " : "") + code, Accessors(property)),
            _ => new BlockedMember(rule, "event " + code, new EquatableArray<string>(["add", "remove"])),
        };
    }

    /// <summary>The member of a base interface that a member implements by name.</summary>
    public static ISymbol? Overridden(ISymbol member) => member switch
    {
        IMethodSymbol { ExplicitInterfaceImplementations: { Length: > 0 } methods } => methods[0],
        IPropertySymbol { ExplicitInterfaceImplementations: { Length: > 0 } properties } => properties[0],
        IEventSymbol { ExplicitInterfaceImplementations: { Length: > 0 } events } => events[0],
        _ => null,
    };

    private static EquatableArray<string> Accessors(IPropertySymbol property)
    {
        var accessors = new List<string>();
        if (property.GetMethod is not null)
        {
            accessors.Add("get");
        }

        if (property.SetMethod is { } setter)
        {
            accessors.Add(setter.IsInitOnly ? "init" : "set");
        }

        return EquatableArray<string>.From(accessors);
    }

    /// <summary>Constraints are inherited, but <c>T?</c> means nothing without saying which kind of type it is.</summary>
    private static string Constraints(IMethodSymbol method)
    {
        var code = new StringBuilder();
        foreach (var parameter in method.TypeParameters)
        {
            var kind = parameter.IsReferenceType ? "class" : parameter.IsValueType ? "struct" : "default";
            code.Append($" where {TypeNames.Identifier(parameter.Name)} : {kind}");
        }

        return code.ToString();
    }

    private static bool TakesPointers(IMethodSymbol method)
    {
        foreach (var parameter in method.Parameters)
        {
            if (IsPointer(parameter.Type))
            {
                return true;
            }
        }

        return IsPointer(method.ReturnType);
    }

    private static bool IsPointer(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => IsPointer(array.ElementType),
        _ => type.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer,
    };
}
