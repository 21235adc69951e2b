using Microsoft.CodeAnalysis;

namespace TypedLlm.Endpoints;

/// <summary>
/// Finds what else has the name of a generated class. Looks names up and scans nothing: it runs for every endpoint on every keystroke.
/// </summary>
internal static class ClassNameClash
{
    /// <summary>What has the name already, null if nothing has. Of two endpoints the first in the order of their names gets it.</summary>
    public static string? Find(INamedTypeSymbol endpoint, string className)
    {
        foreach (var member in endpoint.ContainingNamespace.GetMembers(className))
        {
            if (member is INamespaceSymbol)
            {
                return "a namespace of this project";
            }

            if (member is INamedTypeSymbol { Arity: 0, IsFileLocal: false } type && !IsGenerated(type))
            {
                return "a type of this project";
            }
        }

        var written = className.Substring(0, className.Length - EndpointNames.Suffix.Length);
        return FindEndpoint(endpoint.ContainingNamespace, written, endpoint, className) is { } other
            ? $"the class generated for '{EndpointNames.FullName(other)}'"
            : null;
    }

    /// <summary>Follows a class name back to interfaces: each underscore may stand before the name of a nested type.</summary>
    private static INamedTypeSymbol? FindEndpoint(INamespaceOrTypeSymbol container, string written, INamedTypeSymbol endpoint, string className)
    {
        var found = Earlier(container, written, endpoint, className) ?? Earlier(container, "I" + written, endpoint, className);
        for (var i = written.IndexOf('_'); i >= 0 && found is null; i = written.IndexOf('_', i + 1))
        {
            foreach (var outer in container.GetTypeMembers(written.Substring(0, i), 0))
            {
                found ??= FindEndpoint(outer, written.Substring(i + 1), endpoint, className);
            }
        }

        return found;
    }

    private static INamedTypeSymbol? Earlier(INamespaceOrTypeSymbol container, string name, INamedTypeSymbol endpoint, string className)
    {
        foreach (var other in container.GetTypeMembers(name, 0))
        {
            if (other.TypeKind == TypeKind.Interface
                && !SymbolEqualityComparer.Default.Equals(other, endpoint)
                && AttributeSyntaxes.Find(other, EndpointReader.Attribute) is not null
                && InterfaceAccess.Fault(other) is null
                && EndpointNames.ClassName(other) == className
                && string.CompareOrdinal(EndpointNames.FullName(other), EndpointNames.FullName(endpoint)) < 0
                && !MemberCollector.Collect(other).Exists(member => member.IsStatic))
            {
                return other;
            }
        }

        return null;
    }

    /// <summary>Whether the type is the generated class itself, which analyzers see and the generator does not.</summary>
    public static bool IsGenerated(INamedTypeSymbol type)
    {
        foreach (var attribute in type.GetAttributes())
        {
            if (TypeNames.Is(attribute.AttributeClass, "System.CodeDom.Compiler", "GeneratedCodeAttribute")
                && attribute.ConstructorArguments.Length > 0
                && attribute.ConstructorArguments[0].Value is WellKnownNames.Generator)
            {
                return true;
            }
        }

        return false;
    }
}
