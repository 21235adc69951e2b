using TypedLlm.Tool.Rules;

namespace TypedLlm.Tool.Reports;

/// <summary>Words that all formats share.</summary>
internal static class Words
{
    /// <summary>The level as JSON, SARIF and workflow commands name it.</summary>
    public static string Of(RuleLevel level) => level == RuleLevel.Error ? "error" : "warning";

    /// <summary>What could not be checked, as a sentence.</summary>
    public static string Of(Verification.NotChecked missing, string environment) =>
        $"{environment}: {(missing.Model is { } model ? $"{model}, " : "")}{missing.What} could not be checked: {missing.Reason}.";
}
