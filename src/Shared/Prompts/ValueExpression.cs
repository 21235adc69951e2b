using Microsoft.CodeAnalysis;
using TypedLlm.Endpoints;

namespace TypedLlm.Prompts;

/// <summary>A C# expression that reads a parameter or a member of it, null where anything on the way is null.</summary>
/// <param name="Code">The expression.</param>
/// <param name="Type">The type of what is read; a value type may be wrapped by nulls on the way.</param>
/// <param name="MayBeNull">Whether the value read last may be null.</param>
/// <param name="IsPropagating">Whether a null on the way makes the whole null.</param>
internal readonly record struct ValueExpression(string Code, ITypeSymbol Type, bool MayBeNull, bool IsPropagating)
{
    public static ValueExpression Of(IParameterSymbol parameter) => new(
        EndpointNames.InPrompt(parameter),
        parameter.Type,
        TypeNames.IsNullableValue(parameter.Type) || (!parameter.Type.IsValueType && !ParameterReader.RefusesNull(parameter)),
        IsPropagating: false);

    public ValueExpression Member(ISymbol member, ITypeSymbol type) => new(
        $"{Code}{(MayBeNull ? "?." : ".")}{TypeNames.Identifier(member.Name)}",
        type,
        TypeNames.IsNullableValue(type) || !type.IsValueType,
        IsPropagating || MayBeNull);
}
