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

    private static Task VerifyAsync<TCodeFix>(string before, string after, string name = "support")
        where TCodeFix : CodeFixProvider, new() =>
        CSharpCodeFixVerifier<ChainAnalyzer, TCodeFix>.VerifyCodeFixAsync(Source(name, before), Source(name, after));

    // One of the methods asks for an effort that not each model has.
    private static string Source(string name, string models) => Chains.Source(
        """
        [LlmEndpoint(Chain = "support")]
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
