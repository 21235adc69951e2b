using Microsoft.CodeAnalysis;

namespace TypedLlm.Endpoints;

/// <summary>Reads <c>[LlmEndpoint]</c> of an interface and of a method over it.</summary>
internal static class SettingsReader
{
    /// <summary>The settings of a symbol's attribute laid over those of the interface.</summary>
    public static EndpointSettings Read(ISymbol owner, AttributeData? attribute, EndpointSettings inherited)
    {
        if (attribute is null)
        {
            return inherited;
        }

        var settings = inherited;
        foreach (var argument in attribute.NamedArguments)
        {
            settings = Apply(settings, argument.Key, argument.Value);
        }

        return ChainReader.Read(owner, attribute) is { } chain ? settings with { Chain = chain } : settings;
    }

    private static EndpointSettings Apply(EndpointSettings settings, string name, TypedConstant constant) => (name, Scalar(constant)) switch
    {
        (WellKnownNames.Stream, bool value) => settings with { Stream = value },
        (WellKnownNames.NoFallback, string value) => settings with { NoFallback = value },
        ("Effort", int value) => settings with { Effort = EnumMember(constant.Type, value) },
        ("Temperature", double value) => settings with { Temperature = value },
        ("MaxOutputTokens", int value) => settings with { MaxOutputTokens = value },
        ("ServiceTier", int value) => settings with { ServiceTier = EnumMember(constant.Type, value) },
        ("Store", bool value) => settings with { Store = value },
        ("TimeoutMs", int value) => settings with { TimeoutMs = value },
        ("FirstContentTimeoutMs", int value) => settings with { FirstContentTimeoutMs = value },
        ("IdleTimeoutMs", int value) => settings with { IdleTimeoutMs = value },
        ("OnInterrupted", int value) => settings with { OnInterrupted = EnumMember(constant.Type, value) },
        (WellKnownNames.MaxAttempts, int value) => settings with { MaxAttempts = value },
        ("MaxFallbackPriceRatio", double value) => settings with { MaxFallbackPriceRatio = value },
        ("Workload", int value) => settings with { Workload = EnumMember(constant.Type, value) },
        _ => settings,
    };

    private static object? Scalar(TypedConstant constant) =>
        constant.Kind is TypedConstantKind.Primitive or TypedConstantKind.Enum ? constant.Value : null;

    /// <summary>The member's name; a number that is no member says nothing and is left out.</summary>
    public static string? EnumMember(ITypeSymbol? type, int value)
    {
        foreach (var member in type!.GetMembers())
        {
            if (member is IFieldSymbol { HasConstantValue: true, ConstantValue: int constant } && constant == value)
            {
                return member.Name;
            }
        }

        return null;
    }
}
