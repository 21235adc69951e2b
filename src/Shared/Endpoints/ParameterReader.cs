using Microsoft.CodeAnalysis;
using TypedLlm.Prompts;

namespace TypedLlm.Endpoints;

/// <summary>Reads the parameters of a method, after its prompts have said which they use.</summary>
internal static class ParameterReader
{
    public static ParameterRole Role(ITypeSymbol type)
    {
        if (TypeNames.Is(type, "System.Threading", "CancellationToken"))
        {
            return ParameterRole.CancellationToken;
        }

        return TypeNames.Is(type, "TypedLlm", "LlmCallOptions") ? ParameterRole.Options : ParameterRole.Value;
    }

    /// <summary>Whether null is a mistake: the type says so, or says nothing and null is no default.</summary>
    public static bool RefusesNull(IParameterSymbol parameter) =>
        parameter.Type.IsReferenceType
        && Role(parameter.Type) == ParameterRole.Value
        && parameter.NullableAnnotation != NullableAnnotation.Annotated
        && !(parameter.HasExplicitDefaultValue && parameter.ExplicitDefaultValue is null);

    public static EquatableArray<ParameterModel> Read(MethodScope scope)
    {
        var parameters = new ParameterModel[scope.Method.Parameters.Length];
        for (var i = 0; i < parameters.Length; i++)
        {
            parameters[i] = Read(scope.Method.Parameters[i], scope);
        }

        return new EquatableArray<ParameterModel>(parameters);
    }

    /// <summary>Reports what cannot be sent. Needs to know what the prompts use, and keeps silent if they could not be read.</summary>
    public static void Check(MethodScope scope)
    {
        var promptsAreKnown = scope.BlockedBy is null;
        var seen = new HashSet<ParameterRole>();
        foreach (var parameter in scope.Method.Parameters)
        {
            var role = Role(parameter.Type);
            if (role == ParameterRole.Value)
            {
                // A stream is read after the method returned, so not even a member of a type that lives on the stack can be read then.
                var canBeRead = scope.InPrompt.Contains(parameter.Name) && !parameter.Type.IsRefLikeType;
                if (!promptsAreKnown || canBeRead)
                {
                    continue;
                }

                // What no prompt could name is not merely left out.
                if (ValueKindReader.Read(parameter.Type) == ValueKind.Structured && JsonParameters.Read(parameter.Type, scope) is { Shape: null } reading)
                {
                    JsonParameters.Block(
                        scope, reading, parameter.Name, DeclarationSyntaxes.ParameterType(parameter, scope.CancellationToken), scope.Method.ContainingType);
                }
                else if (scope.IsDeclaredByEndpoint)
                {
                    // A parameter of a base interface may be there for the system prompt of another endpoint.
                    scope.Report(DiagnosticIds.UnusedParameter, DeclarationSyntaxes.Name(parameter), [parameter.Name, scope.Method.Name], scope.Endpoint);
                }
            }
            else if (!seen.Add(role))
            {
                Block(scope, parameter, $"is a second {TypeNames.Readable(parameter.Type)}; a method takes one at most");
            }
        }
    }

    private static void Block(MethodScope scope, IParameterSymbol parameter, string reason) => scope.Block(
        DiagnosticIds.UnsupportedParameterType,
        DeclarationSyntaxes.ParameterType(parameter, scope.CancellationToken),
        [parameter.Name, reason]);

    private static ParameterModel Read(IParameterSymbol parameter, MethodScope scope)
    {
        var refusesNull = RefusesNull(parameter);
        var takesNull = parameter.Type.IsReferenceType && !refusesNull;
        var type = takesNull ? parameter.Type.WithNullableAnnotation(NullableAnnotation.Annotated) : parameter.Type;
        return new ParameterModel(Role(type), TypeNames.Display(type), TypeNames.Identifier(parameter.Name))
        {
            Default = parameter.HasExplicitDefaultValue ? CSharpLiterals.Default(parameter) : null,
            RefusesNull = refusesNull,
            NameInPrompt = scope.InPrompt.Contains(parameter.Name) ? EndpointNames.InPrompt(parameter) : null,
        };
    }
}
