using TypedLlm.TestKit.Verifiers;
using Verify = TypedLlm.TestKit.Verifiers.CSharpCodeFixVerifier<TypedLlm.Analyzers.ChainAnalyzer, TypedLlm.CodeFixes.UseNearestModelIdCodeFix>;

namespace TypedLlm.Analyzers.Tests.Fixes;

public sealed class UseNearestModelIdTests
{
    [Fact]
    public Task The_nearest_comes_first() => Verify.VerifyCodeFixAsync(
        Desk.With("""Primary = {|TLLM001:"gpt-5.4-mni"|}, Fallback = "gpt-5.5" """),
        Desk.With("""Primary = "gpt-5.4-mini", Fallback = "gpt-5.5" """));

    [Fact]
    public Task Others_are_offered_too() => new Verify.Test
    {
        TestCode = Desk.With("""Primary = {|TLLM001:"gpt-5.4-mni"|}, Fallback = "gpt-5.5" """),
        FixedCode = Desk.With("""Primary = "gpt-5.4-nano", Fallback = "gpt-5.5" """),
        CodeActionIndex = 2,
    }.RunAsync();

    [Fact]
    public Task Two_misspellings_of_one_chain_become_two_models() => new Verify.Test
    {
        TestCode = Desk.With("""Primary = {|TLLM001:"gpt-5.4-mni"|}, Fallbacks = new[] { {|TLLM001:"gpt-54-mini2"|}, "gpt-5.5" }"""),
        FixedCode = Desk.With("""Primary = "gpt-5.4-mini", Fallbacks = new[] { {|TLLM007:"gpt-5-mini"|}, "gpt-5.5" }"""),
        NumberOfIncrementalIterations = 2,
    }.RunAsync();

    [Fact]
    public Task All_files_and_projects_are_fixed_together()
    {
        var test = new Verify.Test
        {
            TestCode = Desk.With("""Primary = {|TLLM001:"gpt-5.4-mni"|}, Fallback = {|TLLM001:"gpt-5.55"|}"""),
            FixedCode = Desk.With("""Primary = "gpt-5.4-mini", Fallback = "gpt-5.5" """.TrimEnd()),
            NumberOfIncrementalIterations = 4,
        };
        test.TestState.Sources.Add(("Test1.cs", Other("{|TLLM001:\"5.4-mnii\"|}")));
        test.FixedState.Sources.Add(("Test1.cs", Other("\"5.4-mini\"")));
        test.TestState.AdditionalProjects.Add("Shop", new TestState { Sources = { ("Test0.cs", Other("{|TLLM001:\"gpt-5.4-mni\"|}")) } });
        test.FixedState.AdditionalProjects.Add("Shop", new TestState { Sources = { ("Test0.cs", Other("\"gpt-5.4-mini\"")) } });
        return test.RunAsync();
    }

    [Fact]
    public Task A_constant_becomes_a_constant_of_its_class() => Verify.VerifyCodeFixAsync(
        Desk.With("Primary = {|TLLM001:Names.Wrong|}, Fallback = LlmModels.Gpt55") + Names,
        Desk.With("Primary = Names.Mini, Fallback = LlmModels.Gpt55") + Names);

    [Fact]
    public Task A_name_like_no_other_gets_no_fix() =>
        Verify.VerifyNoCodeFixAsync(Desk.With("""Primary = {|TLLM001:"claude-sonnet"|}, Fallback = "gpt-5.5" """));

    private const string Names =
        "static class Names { public const string Wrong = \"gpt-5.4-mni\"; public const string Mini = \"gpt-5.4-mini\"; }\n";

    private static string Other(string primary) =>
        Desk.With($"Primary = {primary}, Fallback = \"gpt-5.5\"").Replace("IDesk", "IOther", StringComparison.Ordinal);
}
