using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedLlm.Endpoints;
using SymbolKinds = Microsoft.CodeAnalysis.TypeKind;

namespace TypedLlm.TypedAnswers;

/// <summary>Says whether a nested <c>Partial</c> can be added to a type, and how.</summary>
internal static class PartialTypes
{
    public const string Name = "Partial";

    /// <summary>How the type is added to; null if it cannot be, or is of another assembly.</summary>
    public static PartialDeclaration? Declare(INamedTypeSymbol type, IAssemblySymbol assembly, CancellationToken cancellationToken)
    {
        if (!SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, assembly)
            || Obstacle(type) is not null
            || Closed(type, cancellationToken).Count > 0)
        {
            return null;
        }

        var headers = new List<string>();
        for (var current = type; current is not null; current = current.ContainingType)
        {
            headers.Insert(0, $"partial {Keyword(current)} {TypeNames.Identifier(current.Name)}");
        }

        var space = type.ContainingNamespace is { IsGlobalNamespace: false } named ? named.ToDisplayString(TypeNames.Format).Replace("global::", "") : "";
        return new PartialDeclaration(space, EquatableArray<string>.From(headers), IsPublic(type));
    }

    /// <summary>Why nothing can be added to a type of this assembly, even if it were partial; null if it could.</summary>
    public static Refusal? Obstacle(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (current.Arity > 0)
            {
                return new Refusal("is generic", "declare a type that is not");
            }
        }

        return HasOwn(type) ? new Refusal($"has a '{Name}' of its own", "give that another name") : null;
    }

    /// <summary>The type itself and those around it, as far as they are not partial.</summary>
    public static IReadOnlyList<INamedTypeSymbol> Closed(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        var closed = new List<INamedTypeSymbol>();
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (!IsPartial(current, cancellationToken))
            {
                closed.Add(current);
            }
        }

        return closed;
    }

    /// <summary>Whether other assemblies see the type.</summary>
    public static bool IsPublic(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (current.DeclaredAccessibility != Accessibility.Public)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether other parts of a type can be declared.</summary>
    public static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
            {
                return true;
            }
        }

        return false;
    }

    // One that is inherited and a type is hidden; analyzers see the one that was generated.
    private static bool HasOwn(INamedTypeSymbol type)
    {
        if (type.Name == Name)
        {
            return true;
        }

        for (var current = type; current is not null; current = current.BaseType)
        {
            foreach (var member in current.GetMembers(Name))
            {
                if (member is not INamedTypeSymbol || (SymbolEqualityComparer.Default.Equals(current, type) && !GeneratedMembers.IsGenerated(member)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static string Keyword(INamedTypeSymbol type) => type switch
    {
        { IsRecord: true, IsValueType: true } => "record struct",
        { IsRecord: true } => "record",
        { IsValueType: true } => "struct",
        { TypeKind: SymbolKinds.Interface } => "interface",
        _ => "class",
    };
}
