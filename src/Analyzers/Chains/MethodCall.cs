using System.Globalization;
using Microsoft.CodeAnalysis;
using TypedLlm.Chains;
using TypedLlm.Endpoints;

namespace TypedLlm.Analyzers.Chains;

/// <summary>What a method sends, as far as the models of its chain must take it.</summary>
/// <param name="Method">The method.</param>
/// <param name="Attribute">Its own <c>[LlmEndpoint]</c>; null if it has none.</param>
/// <param name="Endpoint">The endpoint that it is called on.</param>
/// <param name="Settings">What the attributes of both say together.</param>
internal sealed record MethodCall(IMethodSymbol Method, AttributeData? Attribute, INamedTypeSymbol Endpoint, EndpointSettings Settings)
{
    private bool HandsOutStream => ReturnShapeReader.Read(Method.ReturnType).Shape is ReturnShape.Stream or ReturnShape.EventStream;

    private bool IsTyped => ReturnShapeReader.Read(Method.ReturnType).Answer is { SpecialType: not SpecialType.System_String };

    private string? EffortWord => Settings.Effort?.ToLowerInvariant();

    // A value that no model takes is a fault of its own. As at run time, an answer that is handed out whole is streamed on the wire too, unless the method says otherwise.
    public MethodNeeds Needs => new(
        new CallNeeds
        {
            Streaming = Settings.Stream is not false || HandsOutStream,
            Typed = IsTyped,
            MaxOutputTokens = CallLimits.FaultOf(nameof(Settings.MaxOutputTokens), Settings.MaxOutputTokens) is null ? Settings.MaxOutputTokens : null,
            Effort = EffortWord,
            Temperature = CallLimits.FaultOf(nameof(Settings.Temperature), Settings.Temperature) is null ? Settings.Temperature : null,
            ServiceTier = Settings.ServiceTier?.ToLowerInvariant(),
        },
        OriginOf)
    {
        ReturnsWhole = !HandsOutStream,
    };

    /// <summary>The most requests of a call, and where that is written or could be.</summary>
    /// <param name="chain">The attribute that sets the chain: the method's own or that of the endpoint.</param>
    public AttemptLimit LimitIn(AttributeData chain) => new(
        $"'{Method.Name}'", Settings.MaxAttempts ?? ChainOptions.DefaultMaxAttempts, Sets(WellKnownNames.MaxAttempts) ? Attribute! : chain);

    /// <summary>Whether the method's own attribute sets a property.</summary>
    private bool Sets(string property)
    {
        if (Attribute is not null)
        {
            foreach (var argument in Attribute.NamedArguments)
            {
                if (argument.Key == property)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private string Returns => $"'{Method.Name}' returns {Method.ReturnType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}";

    private string OriginOf(Need need) => need switch
    {
        Need.Structured => Returns,
        Need.Streaming when HandsOutStream => Returns,
        Need.Streaming => $"'{Method.Name}' is streamed on the wire unless Stream = false",
        Need.MaxOutputTokens => Setting(nameof(Settings.MaxOutputTokens), Settings.MaxOutputTokens),
        Need.Effort => Setting(nameof(Settings.Effort), $"{nameof(Settings.Effort)}.{Settings.Effort}"),
        Need.Temperature => ChainWords.Temperature(Method.Name, Settings.Temperature, EffortWord),
        Need.ServiceTier => Setting(nameof(Settings.ServiceTier), $"{nameof(Settings.ServiceTier)}.{Settings.ServiceTier}"),
        _ => $"'{Method.Name}' is called there",
    };

    private string Setting(string property, IConvertible? value)
    {
        var setting = $"sets {property} = {value?.ToString(CultureInfo.InvariantCulture)}";
        return Sets(property) ? $"'{Method.Name}' {setting}" : $"'{Endpoint.Name}' {setting} for '{Method.Name}'";
    }
}
