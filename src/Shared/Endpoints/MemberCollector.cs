using Microsoft.CodeAnalysis;

namespace TypedLlm.Endpoints;

/// <summary>Finds what a class must implement: the abstract members of an interface and of all that it inherits.</summary>
internal static class MemberCollector
{
    /// <summary>Methods, properties and events in the order of the source, inherited ones last. Members with a default body are left alone.</summary>
    public static List<ISymbol> Collect(INamedTypeSymbol endpoint)
    {
        var members = new List<ISymbol>();
        AddAbstract(endpoint, members);
        if (endpoint.AllInterfaces.Length > 0)
        {
            AddInherited(endpoint, members);
        }

        return members;
    }

    private static void AddInherited(INamedTypeSymbol endpoint, List<ISymbol> members)
    {
        var replaced = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        AddReplaced(endpoint, replaced);
        foreach (var inherited in endpoint.AllInterfaces)
        {
            AddReplaced(inherited, replaced);
            AddAbstract(inherited, members);
        }

        members.RemoveAll(replaced.Contains);
    }

    private static void AddAbstract(INamedTypeSymbol type, List<ISymbol> members)
    {
        foreach (var member in type.GetMembers())
        {
            if (member.IsAbstract && member is IPropertySymbol or IEventSymbol or IMethodSymbol { AssociatedSymbol: null })
            {
                members.Add(member);
            }
        }
    }

    /// <summary>Members of base interfaces that an interface gives a body, or declares abstract again.</summary>
    private static void AddReplaced(INamedTypeSymbol type, HashSet<ISymbol> replaced)
    {
        foreach (var member in type.GetMembers())
        {
            if (BlockedMemberReader.Overridden(member) is { } overridden)
            {
                replaced.Add(overridden);
            }
        }
    }
}
