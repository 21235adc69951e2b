using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TypedLlm.Endpoints;

/// <summary>
/// The ids of warnings that whoever declared something chose for its use: those of <c>[Experimental]</c> and of <c>[Obsolete(DiagnosticId = …)]</c>.
/// The user is warned where he uses it; in generated code he could do nothing about them.
/// </summary>
internal sealed class WarningIds
{
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly HashSet<ISymbol> _seen = new(SymbolEqualityComparer.Default);

    /// <summary>Adds those of a type with all that its name names.</summary>
    public void AddType(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array)
        {
            AddType(array.ElementType);
            return;
        }

        if (type is not INamedTypeSymbol named || !_seen.Add(type))
        {
            return;
        }

        if (type.SpecialType == SpecialType.None)
        {
            AddDeclaration(type);
            AddAssembly(type.ContainingAssembly);
        }

        foreach (var argument in named.TypeArguments)
        {
            AddType(argument);
        }

        if (type.ContainingType is { } outer)
        {
            AddType(outer);
        }
    }

    /// <summary>Adds those of a member and of the types that using it takes.</summary>
    public void AddMember(ISymbol member)
    {
        AddType(member.ContainingType);
        AddDeclaration(member);
        switch (member)
        {
            case IPropertySymbol property:
                AddProperty(property);
                break;
            case IMethodSymbol method:
                AddOverridden(method);
                AddType(method.ReturnType);
                foreach (var parameter in method.Parameters)
                {
                    AddType(parameter.Type);
                }

                break;
        }
    }

    /// <summary>In one order, each once; without what the compiler would not take for an id.</summary>
    public EquatableArray<string> ToEquatableArray()
    {
        var ids = new List<string>(_ids);
        ids.Sort(StringComparer.Ordinal);
        return EquatableArray<string>.From(ids);
    }

    // The compiler asks what an override overrides, and each accessor.
    private void AddProperty(IPropertySymbol property)
    {
        for (var current = property; current is not null; current = current.OverriddenProperty)
        {
            AddDeclaration(current);
            AddAccessor(current.GetMethod);
            AddAccessor(current.SetMethod);
        }
    }

    private void AddOverridden(IMethodSymbol method)
    {
        for (var current = method.OverriddenMethod; current is not null; current = current.OverriddenMethod)
        {
            AddDeclaration(current);
        }
    }

    private void AddAccessor(IMethodSymbol? accessor)
    {
        if (accessor is not null)
        {
            AddDeclaration(accessor);
        }
    }

    private void AddAssembly(IAssemblySymbol? assembly)
    {
        if (assembly is not null && _seen.Add(assembly))
        {
            AddDeclaration(assembly);
        }
    }

    private void AddDeclaration(ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (Id(attribute) is { } id && SyntaxFacts.IsValidIdentifier(id))
            {
                _ids.Add(id);
            }
        }
    }

    private static string? Id(AttributeData attribute)
    {
        if (TypeNames.Is(attribute.AttributeClass, "System.Diagnostics.CodeAnalysis", "ExperimentalAttribute"))
        {
            return attribute.ConstructorArguments is { Length: > 0 } arguments && arguments[0].Kind == TypedConstantKind.Primitive ? arguments[0].Value as string : null;
        }

        if (TypeNames.Is(attribute.AttributeClass, "System", "ObsoleteAttribute"))
        {
            foreach (var argument in attribute.NamedArguments)
            {
                if (argument.Key == "DiagnosticId")
                {
                    return argument.Value.Value as string;
                }
            }
        }

        return null;
    }
}
