using Microsoft.CodeAnalysis;

namespace TypedLlm.Benchmarks.Compilation;

/// <summary>What the compiler asks of any generator that looks for our attribute, and nothing more.</summary>
internal sealed class EmptyGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var endpoints = context.SyntaxProvider.ForAttributeWithMetadataName(
            "TypedLlm.LlmEndpointAttribute",
            static (_, _) => true,
            static (_, _) => 0);
        context.RegisterSourceOutput(endpoints, static (_, _) => { });
    }
}
