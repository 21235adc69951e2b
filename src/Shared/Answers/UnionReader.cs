using Microsoft.CodeAnalysis;
using TypedLlm.Endpoints;
using SymbolKinds = Microsoft.CodeAnalysis.TypeKind;

namespace TypedLlm.TypedAnswers;

/// <summary>Reads a family of types that is declared with System.Text.Json's attributes.</summary>
internal static class UnionReader
{
    private const string Polymorphic = "JsonPolymorphicAttribute";
    private const string Derived = "JsonDerivedTypeAttribute";

    public static bool IsFamily(INamedTypeSymbol type) => JsonAttributes.Has(type, Polymorphic) || JsonAttributes.Has(type, Derived);

    public static UnionShape? Read(INamedTypeSymbol type, AnswerPlace place, ShapeScope scope)
    {
        var cases = new List<UnionCase>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        var types = new HashSet<string>(StringComparer.Ordinal);
        var any = false;
        foreach (var attribute in type.GetAttributes())
        {
            if (!JsonAttributes.Is(attribute, Derived))
            {
                continue;
            }

            any = true;
            var at = place.At(attribute, type, scope.Assembly, scope.CancellationToken);
            var listed = JsonAttributes.Argument(attribute, 0) as ITypeSymbol;
            if (attribute.ConstructorArguments.IsEmpty
                || attribute.ConstructorArguments[0].Kind == TypedConstantKind.Error
                || (listed is not null && TypeNames.IsMissing(listed) && listed is not INamedTypeSymbol { IsUnboundGenericType: true }))
            {
                scope.Break();
            }
            else if (listed is not INamedTypeSymbol derived)
            {
                var fault = NotDerived(listed is null ? "null" : TypeNames.Readable(listed));
                scope.Refuse(DiagnosticIds.InvalidFamily, at, fault.Reason, fault.WayOut);
            }
            else if (Check(type, derived, JsonAttributes.Argument(attribute, 1), names, types) is { } refusal)
            {
                scope.Refuse(DiagnosticIds.InvalidFamily, at, refusal.Reason, refusal.WayOut);
            }
            else if (scope.Meet(derived, at, isCase: true) is { } name)
            {
                scope.Warnings.AddType(derived);
                cases.Add(new UnionCase((string)JsonAttributes.Argument(attribute, 1)!, name) { IsPublic = PartialTypes.IsPublic(derived) });
            }
        }

        var settings = JsonAttributes.Find(type, Polymorphic);
        if (!any)
        {
            var at = place.At(settings!, type, scope.Assembly, scope.CancellationToken);
            scope.Refuse(DiagnosticIds.InvalidFamily, at, "has no derived types", "list each with [JsonDerivedType(typeof(Circle), \"circle\")]");
            return null;
        }

        return new UnionShape(ShapeScope.Identity(type), ShapeNames.Of(type), EquatableArray<UnionCase>.From(cases))
        {
            Description = scope.Describe(type),
            Partial = scope.IsWritten ? null : PartialTypes.Declare(type, scope.Assembly, scope.CancellationToken),
            Discriminator = settings is not null && JsonAttributes.Property(settings, "TypeDiscriminatorPropertyName") is string { Length: > 0 } discriminator ? discriminator : "$type",
        };
    }

    private static Refusal? Check(INamedTypeSymbol type, INamedTypeSymbol derived, object? discriminator, HashSet<string> names, HashSet<string> types)
    {
        var name = TypeNames.Readable(derived);
        if (discriminator is not string { Length: > 0 } wireName)
        {
            return new Refusal($"lists '{name}' without a name that a model could answer with", $"write [JsonDerivedType(typeof({derived.Name}), \"{derived.Name.ToLowerInvariant()}\")]");
        }

        if (derived.IsUnboundGenericType)
        {
            return new Refusal($"lists '{name}', which is not closed", "name its type arguments");
        }

        if (!Inherits(derived, type))
        {
            return NotDerived(name);
        }

        return !names.Add(wireName)
            ? new Refusal($"has two types called '{wireName}'", "give each a name of its own")
            : !types.Add(ShapeScope.Identity(derived)) ? new Refusal($"lists '{name}' twice", "take one out") : null;
    }

    private static Refusal NotDerived(string name) => new($"lists '{name}', which does not derive from it", "derive it, or take it out");

    private static bool Inherits(INamedTypeSymbol derived, INamedTypeSymbol type)
    {
        if (type.TypeKind == SymbolKinds.Interface)
        {
            foreach (var implemented in derived.AllInterfaces)
            {
                if (SymbolEqualityComparer.Default.Equals(implemented, type))
                {
                    return true;
                }
            }

            return false;
        }

        for (var current = derived; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, type))
            {
                return true;
            }
        }

        return false;
    }
}
