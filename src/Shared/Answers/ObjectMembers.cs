using Microsoft.CodeAnalysis;
using SymbolKinds = Microsoft.CodeAnalysis.TypeKind;

namespace TypedLlm.TypedAnswers;

/// <summary>Finds the members that System.Text.Json reads and writes, inherited ones first, each in the order of its declaration.</summary>
internal static class ObjectMembers
{
    public static List<ISymbol> Collect(INamedTypeSymbol type, ShapeScope scope)
    {
        var members = All(type, scope.Assembly);
        members.RemoveAll(member => JsonAttributes.IsIgnored(member, scope.IsWritten));
        Sort(members);
        return members;
    }

    /// <summary>The member that a parameter of the constructor would give its value, were it not left out of answers.</summary>
    public static ISymbol? FindIgnored(INamedTypeSymbol type, IParameterSymbol parameter, IAssemblySymbol assembly)
    {
        var members = All(type, assembly);
        members.RemoveAll(static member => !JsonAttributes.IsIgnored(member, isWritten: false));
        return ConstructorReader.Bind(parameter, members) is >= 0 and var index ? members[index] : null;
    }

    public static ITypeSymbol TypeOf(ISymbol member) => member is IPropertySymbol property ? property.Type : ((IFieldSymbol)member).Type;

    public static bool IsRequired(ISymbol member) => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true };

    /// <summary>Whether generated code may set the member once the object exists, or in its initializer; null if it cannot.</summary>
    public static MemberSetting? Setting(ISymbol member, IAssemblySymbol assembly)
    {
        if (member is IFieldSymbol field)
        {
            return field.IsReadOnly ? null : field.IsRequired ? MemberSetting.Initializer : MemberSetting.Setter;
        }

        var property = (IPropertySymbol)member;
        var setter = property.SetMethod;
        for (var overridden = property.OverriddenProperty; setter is null && overridden is not null; overridden = overridden.OverriddenProperty)
        {
            setter = overridden.SetMethod;
        }

        if (setter is null || !IsOpen(setter, property, assembly))
        {
            return null;
        }

        return setter.IsInitOnly || property.IsRequired ? MemberSetting.Initializer : MemberSetting.Setter;
    }

    private static List<ISymbol> All(INamedTypeSymbol type, IAssemblySymbol assembly)
    {
        var members = new List<ISymbol>();
        Collect(type, members, new Dictionary<string, int>(StringComparer.Ordinal), assembly);
        members.RemoveAll(member => !IsOnWire(member, assembly));
        return members;
    }

    private static void Collect(INamedTypeSymbol type, List<ISymbol> members, Dictionary<string, int> places, IAssemblySymbol assembly)
    {
        if (type.BaseType is { SpecialType: SpecialType.None } @base)
        {
            Collect(@base, members, places, assembly);
        }

        if (type.TypeKind == SymbolKinds.Interface)
        {
            foreach (var inherited in type.Interfaces)
            {
                Collect(inherited, members, places, assembly);
            }
        }

        foreach (var member in type.GetMembers())
        {
            // An override, or one that hides, stands where the inherited one stood; one that has no place on the wire leaves none to what it hides.
            var isOnWire = IsOnWire(member, assembly);
            if (places.TryGetValue(member.Name, out var place) && !AreApart(member.ContainingType, members[place].ContainingType))
            {
                if (isOnWire || Hides(member, assembly))
                {
                    members[place] = member;
                }
            }
            else if (isOnWire)
            {
                places[member.Name] = members.Count;
                members.Add(member);
            }
        }
    }

    // Of two interfaces that know nothing of each other neither hides the other's member.
    private static bool AreApart(INamedTypeSymbol one, INamedTypeSymbol other) =>
        one.TypeKind == SymbolKinds.Interface && !SymbolEqualityComparer.Default.Equals(one, other) && one.AllInterfaces.IndexOf(other, 0, SymbolEqualityComparer.Default) < 0;

    private static bool Hides(ISymbol member, IAssemblySymbol assembly) =>
        !member.IsOverride && member is not INamedTypeSymbol { Arity: > 0 } && TypeAccess.IsReachable(member, assembly);

    private static bool IsOnWire(ISymbol member, IAssemblySymbol assembly) => !member.IsStatic && member switch
    {
        IPropertySymbol { IsIndexer: false, GetMethod: { } getter } property => IsOpen(getter, property, assembly),
        IFieldSymbol { IsImplicitlyDeclared: false } field => TypeAccess.IsReachable(field, assembly) && (field.IsRequired || IsIncluded(field)),
        _ => false,
    };

    // As System.Text.Json: what is not public takes part with [JsonInclude] only; and generated code must reach it.
    private static bool IsOpen(IMethodSymbol accessor, IPropertySymbol property, IAssemblySymbol assembly) =>
        accessor.DeclaredAccessibility == Accessibility.Public || (TypeAccess.IsReachable(accessor, assembly) && IsIncluded(property));

    private static bool IsIncluded(ISymbol member) => JsonAttributes.Has(member, "JsonIncludeAttribute");

    // The order that attributes ask for, by insertion, which keeps those of the same order as they were declared.
    private static void Sort(List<ISymbol> members)
    {
        for (var i = 1; i < members.Count; i++)
        {
            var member = members[i];
            var order = JsonAttributes.Order(member);
            var place = i;
            for (; place > 0 && JsonAttributes.Order(members[place - 1]) > order; place--)
            {
                members[place] = members[place - 1];
            }

            members[place] = member;
        }
    }
}
