using Microsoft.CodeAnalysis;
using TypedLlm.Endpoints;

namespace TypedLlm.Prompts;

/// <summary>A template that is the argument of an attribute.</summary>
internal sealed class LiteralTemplate(string text, AttributeData attribute, CancellationToken cancellationToken) : PromptTemplate(text)
{
    public override Location? Locate(int start, int length) =>
        AttributeSyntaxes.FirstArgument(attribute, cancellationToken) is { } argument ? LiteralPositions.Locate(argument, start, length) : null;
}
