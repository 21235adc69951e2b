using Microsoft.CodeAnalysis;
using TypedLlm.Chains;
using TypedLlm.Endpoints;

namespace TypedLlm.Analyzers.Chains;

/// <summary>What a method sends, as far as the models of its chain must take it.</summary>
internal sealed record MethodCall(IMethodSymbol Method, EndpointSettings Settings)
{
    // As at run time: an answer that is handed out whole is streamed on the wire too, unless the method says otherwise.
    public ChainNeeds Needs => ChainNeeds.Of(
        Settings.Stream is not false || ReturnShapeReader.Read(Method.ReturnType) is ReturnShape.TextStream or ReturnShape.EventStream,
        Settings.MaxOutputTokens,
        Settings.Effort?.ToLowerInvariant(),
        Settings.Temperature);
}
