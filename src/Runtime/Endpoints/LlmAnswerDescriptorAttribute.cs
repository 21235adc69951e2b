using System.ComponentModel;

namespace TypedLlm.CompilerServices;

/// <summary>
/// What generated code says of the answers of one type to tools that read the assembly without running it; descriptors of endpoints refer to it.
/// The runtime does not read it. Not meant to be used by hand.
/// </summary>
/// <param name="format">The name of the generated format.</param>
/// <param name="json">What a request says under <c>text.format</c>, the schema included.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class LlmAnswerDescriptorAttribute(string format, string json) : Attribute
{
    /// <summary>The name of the generated format.</summary>
    public string Format { get; } = format;

    /// <summary>What a request says under <c>text.format</c>, the schema included.</summary>
    public string Json { get; } = json;
}
