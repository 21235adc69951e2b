namespace TypedLlm.Tool.Rules;

/// <summary>A rule that the tool can report.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">What is wrong, in few words.</param>
/// <param name="Level">How bad that is.</param>
internal sealed record ToolRule(string Id, string Title, RuleLevel Level)
{
    private const string Root = "https://typedllm.dev/rules/";

    /// <summary>Where its page is.</summary>
    public string Help => Root + Id;
}
