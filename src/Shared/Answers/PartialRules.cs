using Microsoft.CodeAnalysis;
using TypedLlm.Endpoints;
using SymbolKinds = Microsoft.CodeAnalysis.TypeKind;

namespace TypedLlm.TypedAnswers;

/// <summary>Says what keeps the events of an answer from showing a type of this assembly while it arrives.</summary>
internal static class PartialRules
{
    /// <param name="root">The type of the events.</param>
    /// <param name="assembly">The assembly that code is generated into.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public static AnswerProblem? Check(ITypeSymbol root, IAssemblySymbol assembly, CancellationToken cancellationToken)
    {
        var (shown, isElement) = Shown(root);
        if (shown is not INamedTypeSymbol { TypeKind: SymbolKinds.Class or SymbolKinds.Struct or SymbolKinds.Interface } type
            || ScalarKinds.Of(type) is not null
            || !SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, assembly))
        {
            return null;
        }

        var obstacle = PartialTypes.Obstacle(type);
        IReadOnlyList<INamedTypeSymbol> closed = obstacle is null ? PartialTypes.Closed(type, cancellationToken) : [];
        if ((obstacle ?? Closed(type, closed)) is not { } fault)
        {
            return null;
        }

        var consequence = isElement ? "its events show an element of the list only once all of it is there"
            : IsWrapped(root, type) ? "its events show nothing before the end and have no AsPartial()"
            : "its events carry text in place of partials and have no AsPartial()";
        return new AnswerProblem(DiagnosticIds.NotPartial, Location: null, [TypeNames.Readable(type), fault.Reason, consequence, fault.WayOut])
        {
            // An editor shows it while the method is typed only where the method stands; the fix goes to the types.
            Others = Places(closed),
        };
    }

    // As RootWrapper has it of the shape, which is not read here.
    private static bool IsWrapped(ITypeSymbol root, INamedTypeSymbol type) =>
        TypeNames.IsNullableValue(root) || root.NullableAnnotation == NullableAnnotation.Annotated || UnionReader.IsFamily(type);

    private static List<Location> Places(IReadOnlyList<INamedTypeSymbol> types)
    {
        var places = new List<Location>();
        foreach (var type in types)
        {
            if (DeclarationSyntaxes.Name(type) is { } place)
            {
                places.Add(place);
            }
        }

        return places;
    }

    private static Refusal? Closed(INamedTypeSymbol type, IReadOnlyList<INamedTypeSymbol> closed) => closed.Count == 0
        ? null
        : SymbolEqualityComparer.Default.Equals(closed[0], type)
            ? new Refusal("is not partial", "make it partial")
            : new Refusal($"is nested in '{TypeNames.Readable(closed[0])}', which is not partial", "make that partial");

    /// <summary>What is shown of a list are its elements.</summary>
    private static (ITypeSymbol Type, bool IsElement) Shown(ITypeSymbol root)
    {
        var type = TypeNames.Underlying(root);
        var isElement = false;
        while (!(type is INamedTypeSymbol named && UnionReader.IsFamily(named)) && CollectionReader.Read(type) is { } collection)
        {
            type = TypeNames.Underlying(collection.Element);
            isElement = true;
        }

        return (type, isElement);
    }
}
