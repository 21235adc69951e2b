using Microsoft.CodeAnalysis;
using TypedLlm.Chains;
using TypedLlm.Endpoints;

namespace TypedLlm.Analyzers.Chains;

/// <summary>What a method sends, as far as the models of its chain must take it.</summary>
internal sealed record MethodCall(IMethodSymbol Method, EndpointSettings Settings)
{
    public ChainNeeds Needs => ChainNeeds.Of(
        ReturnShapeReader.Read(Method.ReturnType) is ReturnShape.TextStream or ReturnShape.EventStream,
        Settings.MaxOutputTokens,
        EffortWord(Settings.Effort),
        Settings.Temperature);

    // Effort.XHigh is 'xhigh' on the wire. What is no member of the enum is not known to be refused.
    private static string? EffortWord(string? member)
    {
        if (member is null || member.StartsWith("(", StringComparison.Ordinal))
        {
            return null;
        }

        return member.Substring(member.LastIndexOf('.') + 1).ToLowerInvariant();
    }
}
