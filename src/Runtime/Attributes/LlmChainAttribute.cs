namespace TypedLlm;

/// <summary>
/// Declares a chain of models under a name, so that many endpoints move to other models by one line:
/// <c>[assembly: LlmChain("support", Primary = "5.4", Fallback = "5.6-sol")]</c>, and <c>[LlmEndpoint(Chain = "support")]</c>.
/// The name is resolved at compile time, in the assembly that uses it.
/// </summary>
/// <param name="name">The name, which stands once in an assembly and is case-sensitive.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class LlmChainAttribute(string name) : Attribute
{
    /// <summary>The name that endpoints use.</summary>
    public string Name { get; } = name;

    /// <summary>The model that is asked first: an id or a short name of the catalog.</summary>
    public string? Primary { get; set; }

    /// <summary>The model that is asked when <see cref="Primary"/> cannot answer.</summary>
    public string? Fallback { get; set; }

    /// <summary>More models, asked in this order after <see cref="Fallback"/>.</summary>
    public string[]? Fallbacks { get; set; }

    /// <summary>Why this chain has no fallback. A reason here silences the rule that asks for one.</summary>
    public string? NoFallback { get; set; }
}
