using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SymbolKinds = Microsoft.CodeAnalysis.TypeKind;

namespace TypedLlm.TypedAnswers;

/// <summary>Chooses the constructor as System.Text.Json does, and binds its parameters to members.</summary>
internal static class ConstructorReader
{
    private const string Marked = "mark the one to use with [JsonConstructor]";

    /// <summary>The constructor to call; null with a reason if there is none.</summary>
    public static IMethodSymbol? Choose(INamedTypeSymbol type, IReadOnlyList<ISymbol> members, IAssemblySymbol assembly, out Refusal? refusal)
    {
        refusal = null;
        if (type.TypeKind == SymbolKinds.Interface || type.IsAbstract)
        {
            var kind = type.TypeKind == SymbolKinds.Interface ? "an interface" : type.IsStatic ? "static" : "abstract";
            refusal = new Refusal($"is {kind}", "list the types that it stands for with [JsonDerivedType(typeof(Circle), \"circle\")], or use a record");
            return null;
        }

        if (!TryFindMarked(type, out var marked))
        {
            refusal = new Refusal("has two constructors with [JsonConstructor]", "mark one");
            return null;
        }

        if (marked is not null)
        {
            refusal = TypeAccess.IsReachable(marked, assembly)
                ? null
                : new Refusal("has a constructor with [JsonConstructor] that generated code cannot call", "make it internal or public");
            return refusal is null ? marked : null;
        }

        var open = Public(type);
        var parameterless = open.Find(static constructor => constructor.Parameters.Length == 0);
        if (type.IsValueType)
        {
            // System.Text.Json creates structs without a constructor, which is the same where the members can be set. Where they cannot, its
            // values would stay empty.
            var explicitly = open.FindAll(static constructor => !constructor.IsImplicitlyDeclared);
            return explicitly.Count == 1 && BindsAll(explicitly[0], type, members, assembly) ? explicitly[0] : parameterless;
        }

        var chosen = parameterless ?? (open.Count == 1 ? open[0] : null);
        if (chosen is null)
        {
            refusal = open.Count == 0
                ? new Refusal("has no public constructor", "make one public, or " + Marked)
                : new Refusal("has several public constructors and none without parameters", Marked);
        }

        return chosen;
    }

    /// <summary>The member that a parameter gets its value from: the one of its name, in any case, and of its type.</summary>
    public static int Bind(IParameterSymbol parameter, IReadOnlyList<ISymbol> members)
    {
        for (var i = 0; i < members.Count; i++)
        {
            if (string.Equals(members[i].Name, parameter.Name, StringComparison.OrdinalIgnoreCase)
                && SymbolEqualityComparer.Default.Equals(ObjectMembers.TypeOf(members[i]), parameter.Type))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Whether a parameter keeps its default, since the member that it gives its value is left out of answers.</summary>
    public static bool KeepsDefault(IParameterSymbol parameter, INamedTypeSymbol type, IAssemblySymbol assembly) =>
        parameter.HasExplicitDefaultValue && ObjectMembers.FindIgnored(type, parameter, assembly) is not null;

    public static bool SetsRequiredMembers(IMethodSymbol constructor)
    {
        foreach (var attribute in constructor.GetAttributes())
        {
            if (attribute.AttributeClass?.Name == "SetsRequiredMembersAttribute")
            {
                return true;
            }
        }

        return false;
    }

    private static bool TryFindMarked(INamedTypeSymbol type, out IMethodSymbol? marked)
    {
        marked = null;
        foreach (var constructor in type.InstanceConstructors)
        {
            if (JsonAttributes.Has(constructor, "JsonConstructorAttribute"))
            {
                if (marked is not null)
                {
                    return false;
                }

                marked = constructor;
            }
        }

        return true;
    }

    private static List<IMethodSymbol> Public(INamedTypeSymbol type)
    {
        var open = new List<IMethodSymbol>();
        foreach (var constructor in type.InstanceConstructors)
        {
            if (constructor.DeclaredAccessibility == Accessibility.Public)
            {
                open.Add(constructor);
            }
        }

        return open;
    }

    private static bool BindsAll(IMethodSymbol constructor, INamedTypeSymbol type, IReadOnlyList<ISymbol> members, IAssemblySymbol assembly)
    {
        ImmutableArray<IParameterSymbol> parameters = constructor.Parameters;
        foreach (var parameter in parameters)
        {
            if (Bind(parameter, members) < 0 && !KeepsDefault(parameter, type, assembly))
            {
                return false;
            }
        }

        return true;
    }
}
