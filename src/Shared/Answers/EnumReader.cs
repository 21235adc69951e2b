using System.Globalization;
using Microsoft.CodeAnalysis;
using TypedLlm.Endpoints;
using SymbolKinds = Microsoft.CodeAnalysis.TypeKind;

namespace TypedLlm.TypedAnswers;

/// <summary>Reads an enum.</summary>
internal static class EnumReader
{
    public static EnumShape? Read(INamedTypeSymbol type, AnswerPlace met, ShapeScope scope)
    {
        if (TypeAccess.Fault(type, scope.Assembly) is { } fault)
        {
            scope.Refuse(DiagnosticIds.NotExpressible, met, fault.Reason, fault.WayOut);
            return null;
        }

        var naming = WireNames.NamingOf(type);
        var members = new List<EnumMember>();
        var descriptions = new List<string>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        var values = new HashSet<object>();
        foreach (var member in type.GetMembers())
        {
            if (member is not IFieldSymbol { HasConstantValue: true, ConstantValue: { } value } field || ObsoleteErrors.Is(field))
            {
                continue;
            }

            scope.Warnings.AddMember(field);
            var name = WireName(field, naming);
            if (!names.Add(name))
            {
                scope.Refuse(DiagnosticIds.NotExpressible, met.Of(type, field, scope.Assembly), $"is called '{name}', as another value of the enum is", "give each a name of its own");
            }

            members.Add(new EnumMember(TypeNames.Identifier(field.Name), name) { IsAlias = !values.Add(value) });
            if (scope.Describe(field) is { } description)
            {
                descriptions.Add($"{name}: {description}");
            }
        }

        if (members.Count == 0)
        {
            scope.Refuse(DiagnosticIds.NotExpressible, met, "is an enum without values", "declare its values");
            return null;
        }

        return new EnumShape(ShapeScope.Identity(type), ShapeNames.Of(type), EquatableArray<EnumMember>.From(members))
        {
            Description = Describe(scope.Describe(type), descriptions),
        };
    }

    /// <summary>Whether a type is an enum that has a name for 0.</summary>
    public static bool HasZero(ITypeSymbol type)
    {
        if (type.TypeKind == SymbolKinds.Enum)
        {
            foreach (var member in type.GetMembers())
            {
                if (member is IFieldSymbol { HasConstantValue: true, ConstantValue: { } value } && !ObsoleteErrors.Is(member) && Convert.ToDecimal(value, CultureInfo.InvariantCulture) == 0)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The name of a value in JSON.</summary>
    /// <param name="field">The value.</param>
    /// <param name="naming">What <see cref="WireNames.NamingOf"/> gives for the enum.</param>
    public static string WireName(IFieldSymbol field, int naming) =>
        JsonAttributes.Text(JsonAttributes.Find(field, "JsonStringEnumMemberNameAttribute")) ?? WireNames.Write(field.Name, naming);

    /// <summary>A schema describes an enum as a whole, so that what its values mean stands there.</summary>
    private static string? Describe(string? type, List<string> members) =>
        members.Count == 0 ? type : (type is null ? "" : type + "\n") + string.Join("\n", members);
}
