using System.Globalization;
using TypedLlm.Chains;
using TypedLlm.CompilerServices;

namespace TypedLlm.Routing;

/// <summary>Where the needs of a method come from, in the words of the compiler's own messages.</summary>
internal static class MethodOrigins
{
    public static string Of(EndpointMethod method, Need need) => need switch
    {
        Need.Streaming => $"'{method.Name}' is streamed on the wire",
        Need.Structured => $"'{method.Name}' answers with a type",
        Need.MaxOutputTokens => Setting(method, nameof(method.MaxOutputTokens), method.MaxOutputTokens),
        Need.Effort => Setting(method, nameof(method.Effort), $"{nameof(Effort)}.{method.Effort}"),
        Need.Temperature => ChainWords.Temperature(method.Name, method.Temperature, method.Effort is { } effort ? EffortWords.Of(effort) : null),
        Need.ServiceTier => Setting(method, nameof(method.ServiceTier), $"{nameof(ServiceTier)}.{method.ServiceTier}"),
        _ => $"'{method.Name}' is called there",
    };

    private static string Setting(EndpointMethod method, string property, IConvertible? value) =>
        $"'{method.Name}' sets {property} = {value?.ToString(CultureInfo.InvariantCulture)}";
}
