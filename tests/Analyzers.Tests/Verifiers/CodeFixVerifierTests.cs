using Microsoft.CodeAnalysis.CodeFixes;
using TypedLlm.TestKit.Verifiers;
using Xunit.Sdk;

namespace TypedLlm.Analyzers.Tests.Verifiers;

public sealed class CodeFixVerifierTests
{
    [Fact]
    public Task A_fix_passes_one_by_one_and_at_once_over_documents_and_projects()
    {
        var test = new CSharpCodeFixVerifier<BadNameAnalyzer, GoodFix>.Test
        {
            TestCode = "class [|BadA|]; class [|BadB|];",
            FixedCode = "class GoodA; class GoodB;",
            CodeActionEquivalenceKey = "Rename",
            NumberOfIncrementalIterations = 4,
        };
        test.TestState.Sources.Add(("Test1.cs", "class [|BadC|];"));
        test.FixedState.Sources.Add(("Test1.cs", "class GoodC;"));
        test.TestState.AdditionalProjects.Add("Other", new TestState { Sources = { ("Test0.cs", "class [|BadD|];") } });
        test.FixedState.AdditionalProjects.Add("Other", new TestState { Sources = { ("Test0.cs", "class GoodD;") } });
        return test.RunAsync();
    }

    [Fact]
    public async Task An_offered_fix_that_changes_nothing_fails() =>
        Assert.Contains("changes nothing", await FailureOf<IdleFix>("class [|BadA|];", "class [|BadA|];"), StringComparison.Ordinal);

    [Fact]
    public async Task A_fix_that_breaks_the_code_fails() =>
        Assert.Contains("CS", await FailureOf<BreakingFix>("class [|BadA|];", "class 1A;"), StringComparison.Ordinal);

    [Fact]
    public async Task Another_fixed_source_fails() =>
        Assert.Contains("but should be\nclass BetterA;", await FailureOf<GoodFix>("class [|BadA|];", "class BetterA;"), StringComparison.Ordinal);

    [Fact]
    public async Task A_fix_that_only_moves_the_finding_fails() =>
        Assert.Contains("did not come to an end", await FailureOf<EndlessFix>("class [|BadA|];", "class Bad_A;"), StringComparison.Ordinal);

    [Fact]
    public async Task A_fix_where_none_is_expected_fails()
    {
        var failure = await Assert.ThrowsAnyAsync<XunitException>(
            () => CSharpCodeFixVerifier<BadNameAnalyzer, GoodFix>.VerifyNoCodeFixAsync("class [|BadA|];"));

        Assert.Contains("No fix was expected", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_without_fix_all_fails() =>
        Assert.Contains("cannot fix all", await FailureOf<NoFixAllFix>("class [|BadA|];", "class GoodA;"), StringComparison.Ordinal);

    [Fact]
    public async Task A_fix_all_that_leaves_some_fails() =>
        Assert.Contains(
            "left",
            await FailureOf<FirstOnlyFix>("class [|BadA|]; class [|BadB|];", "class GoodA; class GoodB;", fixes: 2),
            StringComparison.Ordinal);

    [Fact]
    public async Task Another_number_of_fixes_fails() =>
        Assert.Contains("2 fixes were applied", await FailureOf<GoodFix>("class [|BadA|]; class [|BadB|];", "class GoodA; class GoodB;"), StringComparison.Ordinal);

    private static async Task<string> FailureOf<TFix>(string source, string fixedSource, int fixes = 1)
        where TFix : CodeFixProvider, new()
    {
        var test = new CSharpCodeFixVerifier<BadNameAnalyzer, TFix>.Test
        {
            TestCode = source,
            FixedCode = fixedSource,
            NumberOfIncrementalIterations = fixes,
        };
        return (await Assert.ThrowsAnyAsync<XunitException>(() => test.RunAsync())).Message;
    }
}
