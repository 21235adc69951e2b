using Microsoft.CodeAnalysis.CodeFixes;
using TypedLlm.CodeFixes;
using TypedLlm.TestKit.Verifiers;

namespace TypedLlm.Analyzers.Tests.Fixes;

/// <summary>The fixes of chains at the declaration of a named one.</summary>
public sealed class NamedChainFixTests
{
    [Fact]
    public Task Nearest_model() => VerifyAsync<UseNearestModelIdCodeFix>(
        "Primary = {|TLLM001:\"gpt-5.4-mni\"|}, Fallback = \"5.5\"", "Primary = \"gpt-5.4-mini\", Fallback = \"5.5\"");

    [Fact]
    public Task Fallback() => VerifyAsync<InsertFallbackCodeFix>("Primary = {|TLLM002:\"6-sol\"|}", "Primary = \"6-sol\", Fallback = \"gpt-5.6-terra\"");

    [Fact]
    public Task Fallback_of_a_chain_that_nothing_uses_yet() =>
        VerifyAsync<InsertFallbackCodeFix>("Primary = {|TLLM002:\"6-sol\"|}", "Primary = \"6-sol\", Fallback = \"gpt-6.2-sol\"", "unused");

    [Fact]
    public Task Replacement() => VerifyAsync<ReplaceShutDownModelCodeFix>(
        "Primary = \"5.4\", Fallback = {|TLLM005:\"5.3\"|}", "Primary = \"5.4\", Fallback = \"gpt-5.6-sol\"");

    [Fact]
    public Task Repeated_model() => VerifyAsync<ReplaceRepeatedFallbackCodeFix>(
        "Primary = \"6-sol\", Fallback = {|TLLM003:\"gpt-6-sol\"|}", "Primary = \"6-sol\", Fallback = \"gpt-5.6-terra\"");

    [Fact]
    public Task Model_that_retires_and_that_an_endpoint_cannot_use() => VerifyAsync<ReplaceUnsuitableModelCodeFix>(
        "Primary = \"5.4\", Fallback = {|TLLM007:\"gpt-5\"|}", "Primary = \"5.4\", Fallback = \"gpt-6-sol\"", use: "{|TLLM012:\"support\"|}");

    [Fact]
    public Task Fallback_that_is_too_dear_by_the_options() => VerifyAsync<ReplaceUnsuitableModelCodeFix>(
        "Primary = \"6-sol\", Fallback = {|TLLM014:\"5.5\"|}", "Primary = \"6-sol\", Fallback = \"gpt-5.4\"", config: "typedllm_max_fallback_price_ratio = 1.5");

    private static Task VerifyAsync<TCodeFix>(string before, string after, string name = "support", string use = "\"support\"", string config = "")
        where TCodeFix : CodeFixProvider, new()
    {
        var test = new CSharpCodeFixVerifier<ChainAnalyzer, TCodeFix>.Test { TestCode = Source(name, before, use), FixedCode = Source(name, after) };
        test.TestState.AnalyzerConfigFiles.Add((".editorconfig", $"root = true\n[*.cs]\n{config}\n"));
        return test.RunAsync();
    }

    // One of the methods asks for an effort that not each model has.
    private static string Source(string name, string models, string use = "\"support\"") => Chains.Source(
        $$"""
        [LlmEndpoint(Chain = {{use}})]
        public interface IDesk
        {
            [Prompt("One")]
            Task<string> OneAsync();

            [Prompt("Two"), LlmEndpoint(Effort = Effort.None)]
            Task<string> TwoAsync();
        }
        """,
        $"\"{name}\", {models}");
}
