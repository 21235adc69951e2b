using System.Globalization;
using Microsoft.CodeAnalysis;
using TypedLlm.Analyzers;
using TypedLlm.TestKit;
using TypedLlm.Tool.Rules;

namespace TypedLlm.Tool.Tests.Verification;

public sealed class ToolRuleTests
{
    public static TheoryData<string> Own => new(ToolRules.ShutdownDateDiffers, ToolRules.ConcurrencyAboveLimits, ToolRules.ApprovalDiffers);

    [Fact]
    public void The_rules_of_chains_are_those_of_the_analyzers()
    {
        var analyzers = new ChainAnalyzer().SupportedDiagnostics
            .Select(rule => (rule.Id, rule.Title.ToString(CultureInfo.InvariantCulture), rule.DefaultSeverity == DiagnosticSeverity.Error ? RuleLevel.Error : RuleLevel.Warning, rule.HelpLinkUri));

        Assert.Equal(analyzers, ToolRules.All.Where(rule => !Own.Contains(rule.Id)).Select(rule => (rule.Id, rule.Title, rule.Level, rule.Help)));
    }

    [Theory]
    [MemberData(nameof(Own))]
    public void The_own_rules_have_a_page_and_stand_in_the_index(string id)
    {
        var rule = ToolRules.Find(id);
        var page = RepositoryFiles.Read($"docs/rules/{id}.md");
        var index = RepositoryFiles.Read("docs/rules/README.md");

        Assert.StartsWith($"# {id}: {rule.Title}\n", page, StringComparison.Ordinal);
        Assert.Contains("\n## Example\n", page, StringComparison.Ordinal);
        Assert.Contains("\n## Fixed\n", page, StringComparison.Ordinal);
        Assert.Contains("\n## When to suppress\n", page, StringComparison.Ordinal);
        Assert.Contains($"| [{id}]({id}.md) | {rule.Title}: reported by `typedllm", index, StringComparison.Ordinal);
        Assert.Contains($"` | {(rule.Level == RuleLevel.Error ? "error" : "warning")} |  |", index.Split('\n').Single(line => line.StartsWith($"| [{id}]", StringComparison.Ordinal)), StringComparison.Ordinal);
    }
}
