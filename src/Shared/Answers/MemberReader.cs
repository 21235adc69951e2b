using Microsoft.CodeAnalysis;
using TypedLlm.Endpoints;

namespace TypedLlm.TypedAnswers;

/// <summary>Reads what counts of a member whether it is read or written.</summary>
internal sealed class MemberReader(INamedTypeSymbol type, ShapeScope scope)
{
    private readonly HashSet<string> _wireNames = new(StringComparer.Ordinal);

    /// <param name="member">The property or field.</param>
    /// <param name="memberType">Its type.</param>
    /// <param name="place">Where it was met.</param>
    /// <returns>The name and type of the member; null if it has no form on the wire, which is reported.</returns>
    public MemberShape? Read(ISymbol member, ITypeSymbol memberType, AnswerPlace place)
    {
        if (UnsupportedTypes.FindConverter(member) is { } refusal)
        {
            scope.Refuse(DiagnosticIds.NotExpressible, place, refusal.Reason, refusal.WayOut);
            return null;
        }

        scope.Warnings.AddMember(member);
        if (new TypeUseReader(scope).Read(memberType, place) is not { } use)
        {
            return null;
        }

        var wireName = JsonAttributes.Text(JsonAttributes.Find(member, "JsonPropertyNameAttribute")) ?? WireNames.Write(member.Name, WireNames.NamingOf(type));
        if (!_wireNames.Add(wireName))
        {
            scope.Refuse(DiagnosticIds.NotExpressible, place, $"is called '{wireName}', as another member of '{TypeNames.Readable(type)}' is", "give each a name of its own");
            return null;
        }

        return new MemberShape(TypeNames.Identifier(member.Name), wireName, use);
    }
}
