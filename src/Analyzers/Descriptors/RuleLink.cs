namespace TypedLlm.Analyzers;

/// <summary>Where the page of a rule is: the root and the rule's id. Links stand in the diagnostics of released packages, so the scheme stays.</summary>
internal static class RuleLink
{
    public const string Root = "https://typedllm.dev/rules/";
}
