using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using TypedLlm.TestKit;

namespace TypedLlm.Analyzers.Tests.Habits;

public sealed class RuleIndexTests
{
    // No analyzer can report it: it would not be loaded.
    private const string CompilerTooOld = "TLLM900";

    // The tests of the tool hold these against its rules.
    private static readonly (string Id, string Title, string Command, string Severity)[] OfTool =
    [
        ("TLLM601", "Account and catalog name different shutdown dates", "verify", "warning"),
        ("TLLM602", "Concurrency is above the account's limits", "verify", "warning"),
        ("TLLM603", "Endpoint differs from what was approved", "approve", "error"),
    ];

    [Fact]
    public void The_index_of_the_pages_is_that_of_the_descriptors()
    {
        var index = Index();

        Assert.Equal(index, RepositoryFiles.Approved("docs/rules/README.md", index));
    }

    [Fact]
    public void Each_page_has_a_rule()
    {
        var pages = Directory.GetFiles(Path.Combine(RepositoryFiles.Root, "docs/rules"), "TLLM*.md").Select(Path.GetFileNameWithoutExtension);

        Assert.Equal(AllRules.Descriptors.Select(rule => rule.Id).Append(CompilerTooOld).Concat(OfTool.Select(rule => rule.Id)).Order(StringComparer.Ordinal), pages.Order(StringComparer.Ordinal));
    }

    private static string Index()
    {
        var fixable = FixableIds();
        var text = new StringBuilder();
        text.Append("# Rules\n\n");
        text.Append("Set the severity of a rule in `.editorconfig` (`dotnet_diagnostic.TLLM002.severity = error`), that of findings inside\n");
        text.Append("JSON and prompt files in a `.globalconfig`. For a report in CI: `dotnet build --no-incremental -p:ErrorLog=typedllm.sarif%2Cversion=2.1`.\n\n");
        text.Append("## What a new version may report\n\n");
        text.Append("A version that is otherwise compatible brings a new rule as a warning, as info or switched off, and as an error only for what certainly fails when it\n");
        text.Append("runs; each is listed in the changelog. A newer catalog may find models that have gone or become dear: those findings stay warnings under\n");
        text.Append("`TreatWarningsAsErrors`, unless the project sets `TypedLlmDateWarningsAsErrors`. The severity of a rule is raised, and a rule removed, only with a new\n");
        text.Append("major version. There is no switch that pins all rules to an older version: pin the version of the package, or set the severity rule by rule.\n\n");
        text.Append("## All rules\n\n");
        text.Append("| rule | what is wrong | severity | fix |\n|---|---|---|---|\n");
        foreach (var rule in AllRules.Descriptors)
        {
            var title = rule.Title.ToString(CultureInfo.InvariantCulture);
            var severity = rule.IsEnabledByDefault ? rule.DefaultSeverity.ToString().ToLowerInvariant() : "off";
            text.Append(CultureInfo.InvariantCulture, $"| [{rule.Id}]({rule.Id}.md) | {title} | {severity} | {(fixable.Contains(rule.Id) ? "yes" : "")} |\n");
        }

        foreach (var (id, title, command, severity) in OfTool)
        {
            text.Append(CultureInfo.InvariantCulture, $"| [{id}]({id}.md) | {title}: reported by `typedllm {command}` | {severity} |  |\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"| [{CompilerTooOld}]({CompilerTooOld}.md) | Compiler is too old: reported by the targets of the package | error |  |\n");
        return text.ToString();
    }

    private static ImmutableHashSet<string> FixableIds() =>
        [.. CodeFixProviders.All.SelectMany(provider => provider.FixableDiagnosticIds)];
}
