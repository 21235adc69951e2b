using Microsoft.CodeAnalysis;

namespace TypedLlm.TypedAnswers;

/// <summary>Reads a type with members whose values are only written: classes, structs and interfaces, with what they compute.</summary>
internal sealed class WrittenObjectReader(INamedTypeSymbol type, AnswerPlace place, ShapeScope scope)
{
    public ObjectShape Read()
    {
        var members = ObjectMembers.Collect(type, scope);
        GeneratedMembers.Report(type, members, place, scope);
        var reader = new MemberReader(type, scope);
        var shapes = new List<MemberShape>(members.Count);
        foreach (var member in members)
        {
            if (!ObsoleteErrors.IsMember(member, isWritten: true)
                && reader.Read(member, ObjectMembers.TypeOf(member), place.Of(member.ContainingType, member, scope.Assembly)) is { } shape)
            {
                var omission = JsonAttributes.Omitted(member);
                shapes.Add(shape with { Omission = omission == Omission.Null && !CanBeNull(ObjectMembers.TypeOf(member)) ? Omission.None : omission });
            }
        }

        if (shapes.Count == 0 && PartialTypes.IsPartial(type, scope.CancellationToken))
        {
            // What another generator adds is not seen here, be it members or a format, and nothing would be written in silence.
            scope.Refuse(DiagnosticIds.NotExpressible, place, "is partial and has no member that is written by hand", "write its value as text");
        }

        return new ObjectShape(ShapeScope.Identity(type), ShapeNames.Of(type), EquatableArray<MemberShape>.From(shapes)) { IsValueType = type.IsValueType };
    }

    private static bool CanBeNull(ITypeSymbol type) => !type.IsValueType || Endpoints.TypeNames.IsNullableValue(type);
}
