using TypedLlm.Chains;
using TypedLlm.CompilerServices;

namespace TypedLlm.Prompts;

/// <summary>
/// The part of a request that depends on the attempt. What is null is not sent; <see cref="Store"/> always is, because the service's default is
/// to keep. <c>stream_options.include_obfuscation</c> is not sent: the padding it would save hides the length of tokens from
/// whoever watches the wire, and compatible services refuse parameters they do not know.
/// </summary>
internal readonly record struct RequestHead(
    string Model, bool Stream, Effort? Effort, double? Temperature, int? MaxOutputTokens, ServiceTier? ServiceTier, bool Store)
{
    /// <summary>What the answer has to be; null for text.</summary>
    public AnswerFormat? Format { get; init; }

    /// <summary>How that is demanded.</summary>
    public AnswerMode Mode { get; init; }
}
