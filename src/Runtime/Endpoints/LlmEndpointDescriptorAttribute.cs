using System.ComponentModel;

namespace TypedLlm.CompilerServices;

/// <summary>
/// What generated code says of one endpoint to tools that read the assembly without running it: names, chain, settings and prompts. The runtime
/// does not read it. Not meant to be used by hand.
/// </summary>
/// <param name="json">The endpoint as JSON, with the version of its format.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class LlmEndpointDescriptorAttribute(string json) : Attribute
{
    /// <summary>The endpoint as JSON, with the version of its format.</summary>
    public string Json { get; } = json;
}
