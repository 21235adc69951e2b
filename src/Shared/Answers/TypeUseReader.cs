using Microsoft.CodeAnalysis;
using TypedLlm.Endpoints;
using SymbolKinds = Microsoft.CodeAnalysis.TypeKind;

namespace TypedLlm.TypedAnswers;

/// <summary>Reads a type at one place.</summary>
internal sealed class TypeUseReader(ShapeScope scope)
{
    // The service takes less. A class that is a list of itself has no end.
    private const int ListDepth = 16;

    private int _depth;

    /// <summary>The use; null if it has no form on the wire, which is reported, or does not compile, which the compiler reports.</summary>
    public TypeUse? Read(ITypeSymbol type, AnswerPlace place)
    {
        if (TypeNames.IsMissing(type))
        {
            scope.Break();
            return null;
        }

        scope.Warnings.AddType(type);
        var value = TypeNames.Underlying(type);
        var isNullableValue = TypeNames.IsNullableValue(type);
        return ReadValue(value, TypeNames.Display(type), place) is { } use
            ? use with
            {
                IsNullableValue = isNullableValue,
                IsNullable = isNullableValue || (type.NullableAnnotation == NullableAnnotation.Annotated && !type.IsValueType),
            }
            : null;
    }

    private TypeUse? ReadValue(ITypeSymbol type, string code, AnswerPlace place)
    {
        if (ScalarKinds.Of(type) is { } scalar)
        {
            return new TypeUse(scalar, code);
        }

        if (UnsupportedTypes.Find(type, scope.IsWritten) is { } refusal)
        {
            scope.Refuse(DiagnosticIds.NotExpressible, place, refusal.Reason, refusal.WayOut);
            return null;
        }

        if (type.TypeKind == SymbolKinds.Enum || (type is INamedTypeSymbol { TypeKind: not SymbolKinds.Enum } family && UnionReader.IsFamily(family)))
        {
            return Named((INamedTypeSymbol)type, code, place);
        }

        if ((scope.IsWritten ? CollectionReader.ReadWritten(type) : CollectionReader.Read(type)) is { } collection)
        {
            if (collection.Kind is CollectionKind.Addable or CollectionKind.AddableSet && !CanBeMade((INamedTypeSymbol)type, collection, place))
            {
                return null;
            }

            return ReadCollection(type, collection, code, place);
        }

        if (UnsupportedTypes.FindObject(type) is { } fault)
        {
            scope.Refuse(DiagnosticIds.NotExpressible, place, fault.Reason, fault.WayOut);
            return null;
        }

        return Named((INamedTypeSymbol)type, code, place);
    }

    private bool CanBeMade(INamedTypeSymbol type, CollectionType collection, AnswerPlace place)
    {
        if (CollectionReader.Fault(type, scope.Assembly) is { } fault)
        {
            scope.Refuse(DiagnosticIds.NotExpressible, place, fault.Reason, fault.WayOut);
            return false;
        }

        foreach (var method in CollectionReader.Calls(type, collection))
        {
            scope.Warnings.AddMember(method);
        }

        return true;
    }

    private TypeUse? Named(INamedTypeSymbol type, string code, AnswerPlace place) =>
        scope.Meet(type, place) is { } name ? new TypeUse(TypeKind.Named, code) { Name = name } : null;

    private TypeUse? ReadCollection(ITypeSymbol symbol, CollectionType type, string code, AnswerPlace place)
    {
        if (!scope.IsWritten && SortedCollections.Fault(symbol, type) is { } unsorted)
        {
            scope.Refuse(DiagnosticIds.NotExpressible, type.Key is null ? place.Element(symbol, "element") : place.Key(), unsorted.Reason, unsorted.WayOut);
            return null;
        }

        if (_depth == ListDepth)
        {
            scope.Refuse(DiagnosticIds.NotExpressible, place, "holds lists in lists without an end", "put a record between them");
            return null;
        }

        _depth++;
        var key = type.Key is null ? null : ReadKey(type.Key, place);
        var element = Read(type.Element, place.Element(symbol, type.Key is null ? "element" : "value"));
        _depth--;
        return element is null || (key is null && type.Key is not null)
            ? null
            : new TypeUse(key is null ? TypeKind.List : TypeKind.Dictionary, type.Interface is { } written ? TypeNames.Display(written) : code) { Collection = type.Kind, Element = element, Key = key };
    }

    private TypeUse? ReadKey(ITypeSymbol type, AnswerPlace place)
    {
        if (TypeNames.IsMissing(type))
        {
            scope.Break();
            return null;
        }

        if ((ScalarKinds.Of(type) is not null || type.TypeKind == SymbolKinds.Enum) && !TypeNames.IsNullableValue(type))
        {
            return Read(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated), place.Key());
        }

        scope.Refuse(
            DiagnosticIds.NotExpressible,
            place,
            $"has '{TypeNames.Readable(type)}' for its key, which no name of a JSON property can be",
            "use text, a number or an enum for the key, or a list of records");
        return null;
    }
}
