using Verify = TypedLlm.TestKit.Verifiers.CSharpCodeFixVerifier<TypedLlm.Analyzers.ChainAnalyzer, TypedLlm.CodeFixes.ReplaceRepeatedFallbackCodeFix>;

namespace TypedLlm.Analyzers.Tests.Fixes;

public sealed class ReplaceRepeatedFallbackTests
{
    private const string OnlyTwoAllowed = """{ "allow": [ "5.4", "5.5" ] }""";

    [Fact]
    public Task Replaced_by_the_deterministic_choice() => Verify.VerifyCodeFixAsync(
        Desk.With("""Primary = "5.4", Fallback = {|TLLM003:"gpt-5.4"|}"""),
        Desk.With("""Primary = "5.4", Fallback = "gpt-5.2" """.TrimEnd()));

    [Fact]
    public Task Two_repeats_of_one_chain_become_two_models() => new Verify.Test
    {
        TestCode = Desk.With("""Primary = "5.4", Fallback = {|TLLM003:"gpt-5.4"|}, Fallbacks = new[] { {|TLLM003:"5.4"|} }"""),
        FixedCode = Desk.With("""Primary = "5.4", Fallback = "gpt-5.2", Fallbacks = new[] { "gpt-5.6-terra" }"""),
        NumberOfIncrementalIterations = 2,
    }.RunAsync();

    [Theory]
    [InlineData(
        1,
        """Primary = "5.4", Fallback = "5.5", Fallbacks = new[] { {|TLLM003:"gpt-5.4"|} }, Stream = true""",
        """Primary = "5.4", Fallback = "5.5", Stream = true""")]
    [InlineData(
        1,
        """Primary = "5.4", Fallback = {|TLLM003:"gpt-5.4"|}, Fallbacks = new[] { "5.5" }""",
        """Primary = "5.4", Fallbacks = new[] { "5.5" }""")]
    [InlineData(
        3,
        """Primary = "5.4", Fallbacks = new[] { {|TLLM003:"gpt-5.4"|}, {|TLLM003:"5.4"|}, "5.5", {|TLLM003:"gpt-5.5"|} }""",
        """Primary = "5.4", Fallbacks = new[] { "5.5" }""")]
    [InlineData(
        3,
        """Primary = "5.4", Fallbacks = [{|TLLM003:"gpt-5.4"|}, {|TLLM003:"5.4"|}, "5.5", {|TLLM003:"gpt-5.5"|}]""",
        """Primary = "5.4", Fallbacks = ["5.5"]""")]
    [InlineData(
        1,
        """Primary = "5.4", Fallback = "5.5", Fallbacks = [{|TLLM003:"gpt-5.4"|}], Stream = true""",
        """Primary = "5.4", Fallback = "5.5", Stream = true""")]
    [InlineData(
        2,
        """Primary = "5.4", Fallback = {|TLLM003:"gpt-5.4"|}, Stream = true, Fallbacks = new[] { {|TLLM003:"5.4"|} }""",
        """Primary = "5.4", Fallback = "gpt-5.5", Stream = true""")]
    public Task Removed_where_there_is_no_other_model(int fixes, string before, string after)
    {
        var test = new Verify.Test
        {
            TestCode = Desk.With(before),
            FixedCode = Desk.With(after.TrimEnd()),
            NumberOfIncrementalIterations = fixes,
        };
        test.TestState.AdditionalFiles.Add(("typedllm.models.json", OnlyTwoAllowed));
        return test.RunAsync();
    }

    [Fact]
    public Task All_are_removed_where_a_reason_stands_for_them()
    {
        var test = new Verify.Test
        {
            TestCode = Desk.With(
                """Primary = "5.4", Fallback = {|TLLM003:"gpt-5.4"|}, NoFallback = "one model only", Fallbacks = new[] { {|TLLM003:"5.4"|} }"""),
            FixedCode = Desk.With("Primary = \"5.4\", NoFallback = \"one model only\""),
            NumberOfIncrementalIterations = 2,
        };
        test.TestState.AdditionalFiles.Add(("typedllm.models.json", """{ "allow": [ "5.4" ] }"""));
        return test.RunAsync();
    }

    [Fact]
    public Task No_fix_where_removing_would_leave_no_fallback()
    {
        var test = new Verify.Test { TestCode = Desk.With("""Primary = "5.4", Fallback = {|TLLM003:"gpt-5.4"|}""") };
        test.TestState.AdditionalFiles.Add(("typedllm.models.json", """{ "allow": [ "5.4" ] }"""));
        return test.RunAsync();
    }
}
