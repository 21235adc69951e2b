using Microsoft.CodeAnalysis;

namespace TypedLlm.Endpoints;

/// <summary>Names of an endpoint and of what is generated for it.</summary>
internal static class EndpointNames
{
    public const string Suffix = "Endpoint";

    private static readonly SymbolDisplayFormat WithoutGlobal = TypeNames.Format.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted);
    private static readonly SymbolDisplayFormat Plain = WithoutGlobal.RemoveMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    public static string FullName(INamedTypeSymbol endpoint) => endpoint.ToDisplayString(Plain);

    /// <summary>The name by which a compilation finds it.</summary>
    public static string MetadataName(INamedTypeSymbol endpoint)
    {
        var name = endpoint.MetadataName;
        for (var outer = endpoint.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            name = $"{outer.MetadataName}+{name}";
        }

        return endpoint.ContainingNamespace is { IsGlobalNamespace: false } @namespace ? $"{@namespace.ToDisplayString(Plain)}.{name}" : name;
    }

    public static string Namespace(INamedTypeSymbol endpoint) =>
        endpoint.ContainingNamespace is { IsGlobalNamespace: false } @namespace ? @namespace.ToDisplayString(WithoutGlobal) : "";

    /// <summary><c>ISupportDesk</c> gives <c>SupportDeskEndpoint</c>; the names of containing types stand before it.</summary>
    public static string ClassName(INamedTypeSymbol endpoint)
    {
        var name = endpoint.Name;
        var className = (name.Length > 1 && name[0] == 'I' && char.IsUpper(name[1]) ? name.Substring(1) : name) + Suffix;
        for (var outer = endpoint.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            className = $"{outer.Name}_{className}";
        }

        return className;
    }

    /// <summary>The parameter of a prompt's type that takes over a parameter of the method, as C# code: one named like a member would mean that member.</summary>
    public static string InPrompt(IParameterSymbol parameter) =>
        parameter.Name == "Write" || IsMemberOfObject(parameter.Name) ? "__" + parameter.Name : TypeNames.Identifier(parameter.Name);

    public static bool IsMemberOfObject(string name) =>
        name is nameof(Equals) or nameof(GetHashCode) or nameof(GetType) or nameof(ToString) or nameof(ReferenceEquals) or "MemberwiseClone" or "Finalize";

    /// <summary>The names that generated members must not take: those of the class, of members, and of parameters, which would hide a field.</summary>
    public static UniqueNames Reserve(List<ISymbol> members, string className)
    {
        var names = new UniqueNames();
        names.Reserve(className);
        foreach (var member in members)
        {
            names.Reserve(member.Name);
            if (member is IMethodSymbol method)
            {
                foreach (var parameter in method.Parameters)
                {
                    names.Reserve(parameter.Name);
                }
            }
        }

        return names;
    }
}
