using Microsoft.CodeAnalysis.CodeFixes;
using TypedLlm.CodeFixes;

namespace TypedLlm.Analyzers.Tests.Habits;

public sealed class CodeFixProviderTests
{
    [Fact]
    public void The_host_finds_every_provider()
    {
        var written = typeof(TextCodeFixProvider).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(CodeFixProvider)) && !type.IsAbstract);

        Assert.Equal(
            written.Select(type => type.Name).Order(StringComparer.Ordinal),
            CodeFixProviders.All.Select(provider => provider.GetType().Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Each_provider_fixes_rules_that_exist_in_all_scopes()
    {
        Assert.All(CodeFixProviders.All, provider =>
        {
            Assert.NotEmpty(provider.FixableDiagnosticIds);
            Assert.Subset(AllRules.Descriptors.Select(rule => rule.Id).ToHashSet(), provider.FixableDiagnosticIds.ToHashSet());
            Assert.Subset(
                provider.GetFixAllProvider()!.GetSupportedFixAllScopes().ToHashSet(),
                new HashSet<FixAllScope> { FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution });
        });
    }
}
