using System.Text;
using Microsoft.CodeAnalysis;
using TypedLlm.Endpoints;
using TypedLlm.TypedAnswers;
using TypeKind = Microsoft.CodeAnalysis.TypeKind;

namespace TypedLlm.Prompts;

/// <summary>
/// The text of an enum whose values have names of their own in JSON, so that a model reads the words that it is to answer with. Sets of values
/// are no answers, and keep the one form that they have in C#.
/// </summary>
internal static class EnumText
{
    /// <summary>The expression of the text; null where the names are those in C#, which <c>ToString</c> writes.</summary>
    public static ValueExpression? Find(ValueExpression value, MethodScope scope)
    {
        if (TypeNames.Underlying(value.Type) is not INamedTypeSymbol { TypeKind: TypeKind.Enum } type || UnsupportedTypes.IsSet(type) || TypeAccess.Fault(type, scope.Endpoint.ContainingAssembly) is not null)
        {
            return null;
        }

        var name = ShapeScope.Identity(type);
        var naming = WireNames.NamingOf(type);
        var code = new StringBuilder($"({name}?)({value.Code}) switch {{ ");
        var values = new HashSet<object>();
        var differs = false;
        foreach (var member in type.GetMembers())
        {
            if (member is IFieldSymbol { HasConstantValue: true, ConstantValue: { } constant } field && !ObsoleteErrors.Is(field) && values.Add(constant))
            {
                var text = EnumReader.WireName(field, naming);
                differs |= text != field.Name;
                code.Append($"{name}.{TypeNames.Identifier(field.Name)} => {CSharpLiterals.Text(text)}, ");
                scope.Warnings.AddMember(field);
            }
        }

        return differs ? value with { Code = code.Append("{ } __other => __other.ToString(), null => null }").ToString() } : null;
    }
}
