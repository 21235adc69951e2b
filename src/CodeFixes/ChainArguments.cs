using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedLlm.CodeFixes;

/// <summary>Recognises the arguments of <c>[LlmEndpoint]</c> and <c>[LlmChain]</c> that write a chain out.</summary>
internal static class ChainArguments
{
    public static bool IsModel(AttributeArgumentSyntax argument) => argument.NameEquals?.Name.Identifier.ValueText
        is WellKnownNames.Primary or WellKnownNames.Fallback or WellKnownNames.Fallbacks;
}
