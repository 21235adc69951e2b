using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using TypedLlm.TestKit;

namespace TypedLlm.Analyzers.Tests.Habits;

public sealed partial class DescriptorTests
{
    public static TheoryData<string> Ids => AllRules.Ids;

    [Fact]
    public void Each_id_has_one_descriptor()
    {
        var declared = typeof(DiagnosticIds).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);

        Assert.Equal(declared.Order(StringComparer.Ordinal), AllRules.Descriptors.Select(rule => rule.Id));
    }

    [Fact]
    public void The_analyzers_support_all_rules()
    {
        var supported = AllAnalyzers.All.SelectMany(analyzer => analyzer.SupportedDiagnostics).OrderBy(rule => rule.Id, StringComparer.Ordinal);

        Assert.Equal(AllRules.Descriptors, supported);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_help_link_leads_to_a_page_about_the_rule(string id)
    {
        var rule = AllRules.Find(id);
        var page = RepositoryFiles.Read($"docs/rules/{id}.md");

        Assert.Equal("https://typedllm.dev/rules/" + id, rule.HelpLinkUri);
        Assert.StartsWith($"# {id}: {rule.Title.ToString(CultureInfo.InvariantCulture)}\n", page, StringComparison.Ordinal);
        Assert.Contains("\n## Example\n", page, StringComparison.Ordinal);
        Assert.Contains("\n## Fixed\n", page, StringComparison.Ordinal);
        Assert.Contains("\n## When to suppress\n", page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_rule_is_in_a_release_as_it_is(string id)
    {
        var rule = AllRules.Find(id);
        var releases = RepositoryFiles.Read("src/Analyzers/AnalyzerReleases.Shipped.md") + RepositoryFiles.Read("src/Analyzers/AnalyzerReleases.Unshipped.md");

        Assert.Matches($@"(?m)^{id} \| {Regex.Escape(rule.Category)} \| {(rule.IsEnabledByDefault ? rule.DefaultSeverity.ToString() : "Disabled")} \| \w+$", releases);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Title_and_message_have_no_full_stop_and_the_description_has_one(string id)
    {
        var rule = AllRules.Find(id);
        var message = rule.MessageFormat.ToString(CultureInfo.InvariantCulture);

        Assert.Matches(Phrase(), rule.Title.ToString(CultureInfo.InvariantCulture));
        Assert.Matches(Phrase(), message);
        Assert.Matches(Sentence(), rule.Description.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(!AdviceDescriptors.All.Contains(rule), rule.IsEnabledByDefault);
    }

    [GeneratedRegex(@"^(?!\s)(?!.*\. )[^\n]*[^\s.]$")]
    private static partial Regex Phrase();

    [GeneratedRegex(@"^[A-Z][^\n]*[^\s]\.$")]
    private static partial Regex Sentence();
}
