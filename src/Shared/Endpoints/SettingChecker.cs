using Microsoft.CodeAnalysis;
using TypedLlm.Chains;

namespace TypedLlm.Endpoints;

/// <summary>Holds the constants of an <c>[LlmEndpoint]</c> to the limits that the running app has too.</summary>
internal static class SettingChecker
{
    /// <param name="attribute">The attribute.</param>
    /// <param name="owner">The interface that it was written in.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <param name="cancellationToken">The compiler's token.</param>
    public static void Check(AttributeData attribute, INamedTypeSymbol owner, ProblemCollector problems, CancellationToken cancellationToken)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (FaultOf(argument.Key, argument.Value) is { } fault)
            {
                var location = AttributeSyntaxes.Property(attribute, argument.Key, cancellationToken)?.Expression.GetLocation();
                problems.Add(owner, DiagnosticIds.SettingOutOfRange, location, [argument.Key, fault]);
            }
        }
    }

    private static string? FaultOf(string setting, TypedConstant constant) => constant switch
    {
        { Kind: TypedConstantKind.Enum, Value: int value } => SettingsReader.EnumMember(constant.Type, value) is null ? CallLimits.NoMember : null,
        { Kind: TypedConstantKind.Primitive, Value: int value } => CallLimits.FaultOf(setting, value),
        { Kind: TypedConstantKind.Primitive, Value: double value } => CallLimits.FaultOf(setting, value),
        _ => null,
    };
}
