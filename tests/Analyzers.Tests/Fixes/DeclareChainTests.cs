using TypedLlm.CodeFixes;
using Verify = TypedLlm.TestKit.Verifiers.CSharpCodeFixVerifier<TypedLlm.Analyzers.NamedChainAnalyzer, TypedLlm.CodeFixes.DeclareChainCodeFix>;

namespace TypedLlm.Analyzers.Tests.Fixes;

public sealed class DeclareChainTests
{
    private const string Written = "Primary = {|TLLM022:\"5.4\"|}, Fallback = \"5.5\"";
    private const string Main = "[assembly: LlmChain(\"main\", Primary = \"5.4\", Fallback = \"5.5\")]";

    [Fact]
    public Task Declared_after_the_usings_and_named_in_all_files()
    {
        var test = new Verify.Test
        {
            TestCode = "using System.Threading.Tasks;\nusing TypedLlm;\n\nnamespace Shop;\n\n" + Three("Primary = {|TLLM022:\"5.4\"|}, Fallback = \"5.5\""),
            FixedCode = "using System.Threading.Tasks;\nusing TypedLlm;\n\n" + Main + "\n\nnamespace Shop;\n\n" + Three("Chain = \"main\""),
        };
        test.TestState.Sources.Add(("Test1.cs", Other("Stream = false, Fallbacks = [\"5.5\"], Primary = {|TLLM022:\"5.4\"|}, MaxAttempts = 4")));
        test.FixedState.Sources.Add(("Test1.cs", Other("Stream = false, Chain = \"main\", MaxAttempts = 4")));
        return test.RunAsync();
    }

    [Fact]
    public Task Declared_beside_the_last_that_is_declared_already()
    {
        var test = new Verify.Test
        {
            TestCode = Chains.Source(Three(Written)),
            FixedCode = Chains.Source(Three("Chain = \"main2\"")),
        };
        test.TestState.Sources.Add(("Chains.cs", ChainsFile("")));
        test.FixedState.Sources.Add(("Chains.cs", ChainsFile(Main.Replace("\"main\"", "\"main2\"", StringComparison.Ordinal) + "\n")));
        return test.RunAsync();

        static string ChainsFile(string added) =>
            "using System.Threading.Tasks;\nusing TypedLlm;\n\n[assembly: LlmChain(\"main\", Primary = \"5.5\", Fallback = \"5.4\")]\n"
            + added + "[assembly: System.CLSCompliant(false)]\n\n" + Chains.Desk("Chain = \"main\"");
    }

    [Fact]
    public Task Two_chains_are_declared_together() => new Verify.Test
    {
        TestCode = Chains.Source(Three(Written) + Three("Primary = {|TLLM022:\"5.5\"|}, Fallback = \"5.4\"", "Second")),
        FixedCode = "using System.Threading.Tasks;\nusing TypedLlm;\n\n" + Main + "\n[assembly: LlmChain(\"main2\", Primary = \"5.5\", Fallback = \"5.4\")]\n\n"
            + Three("Chain = \"main\"") + Three("Chain = \"main2\"", "Second") + "\n",
        NumberOfIncrementalIterations = 2,
    }.RunAsync();

    [Fact]
    public Task A_declared_chain_is_used() => Verify.VerifyCodeFixAsync(
        Chains.Source(Three(Written) + Chains.Desk("Chain = \"support\"", "ILast"), "\"support\", Primary = \"5.4\", Fallbacks = new[] { \"5.5\" }"),
        Chains.Source(Three("Chain = \"support\"") + Chains.Desk("Chain = \"support\"", "ILast"), "\"support\", Primary = \"5.4\", Fallbacks = new[] { \"5.5\" }"));

    [Theory]
    [InlineData("Primary = {|TLLM022:LlmModels.Gpt54|}, Fallbacks = [LlmModels.Gpt55, \"5.2\"]", "Primary = LlmModels.Gpt54, Fallbacks = [LlmModels.Gpt55, \"5.2\"]")]
    [InlineData("Fallback = Names.Other, Primary = {|TLLM022:Names.Best|}", "Primary = \"gpt-5.4\", Fallback = \"gpt-5.5\"")]
    [InlineData("Primary = {|TLLM022:\"5.4\"|}, Fallbacks = new string[] { \"5.5\", Names.Other }", "Primary = \"5.4\", Fallbacks = new[] { \"5.5\", \"gpt-5.5\" }")]
    public Task Names_are_written_so_that_they_hold_outside_of_the_namespace(string written, string declared)
    {
        const string Names = "namespace Shop;\nstatic class Names { public const string Best = \"gpt-5.4\"; public const string Other = \"gpt-5.5\"; }\n";
        return Verify.VerifyCodeFixAsync(
            "using System.Threading.Tasks;\nusing TypedLlm;\n" + Names + Three(written),
            "using System.Threading.Tasks;\nusing TypedLlm;\n\n[assembly: LlmChain(\"main\", " + declared + ")]\n\n" + Names + Three("Chain = \"main\""));
    }

    [Fact]
    public Task Written_in_full_where_the_namespace_is_not_in_scope() => Verify.VerifyCodeFixAsync(
        "namespace Shop\n{\n    using System.Threading.Tasks;\n    using TypedLlm;\n" + Three("Primary = {|TLLM022:LlmModels.Gpt54|}, Fallback = \"5.5\"") + "}\n",
        "[assembly: TypedLlm.LlmChain(\"main\", Primary = TypedLlm.LlmModels.Gpt54, Fallback = \"5.5\")]\n\nnamespace Shop\n{\n    using System.Threading.Tasks;\n    using TypedLlm;\n"
            + Three("Chain = \"main\"") + "}\n");

    [Fact]
    public Task Lines_end_as_they_did() => Verify.VerifyCodeFixAsync(
        Chains.Source(Three(Written)).ReplaceLineEndings("\r\n"),
        Chains.Source(Three("Chain = \"main\""), "\"main\", Primary = \"5.4\", Fallback = \"5.5\"").ReplaceLineEndings("\r\n"));

    [Fact]
    public Task Projects_get_their_own()
    {
        var test = new Verify.Test
        {
            TestCode = "using System.Threading.Tasks;\nusing TypedLlm;\n\n" + Three(Written),
            FixedCode = "using System.Threading.Tasks;\nusing TypedLlm;\n\n" + Main + "\n\n" + Three("Chain = \"main\""),
            NumberOfIncrementalIterations = 2,
        };
        test.TestState.AdditionalProjects.Add("Other", new() { Sources = { ("Test0.cs", "using System.Threading.Tasks;\nusing TypedLlm;\n" + Three(Written)) } });
        test.FixedState.AdditionalProjects.Add(
            "Other", new() { Sources = { ("Test0.cs", "using System.Threading.Tasks;\nusing TypedLlm;\n\n" + Main + "\n\n" + Three("Chain = \"main\"")) } });
        return test.RunAsync();
    }

    [Fact]
    public Task Nothing_new_is_raised() => new AllAnalyzersTest<DeclareChainCodeFix>
    {
        TestCode = "using System.Threading.Tasks;\nusing TypedLlm;\n\n" + Three("Primary = {|TLLM022:\"5.4\"|}, Fallback = {|TLLM005:\"5.3\"|}"),
        FixedCode = "using System.Threading.Tasks;\nusing TypedLlm;\n\n[assembly: LlmChain(\"main\", Primary = \"5.4\", Fallback = {|TLLM005:\"5.3\"|})]\n\n" + Three("Chain = \"main\""),
    }.RunAsync();

    private static string Three(string arguments, string name = "First") =>
        Chains.Desk(arguments, $"I{name}One") + "\n" + Chains.Desk(arguments, $"I{name}Two") + "\n" + Chains.Desk(arguments, $"I{name}Three") + "\n";

    private static string Other(string arguments) => "using System.Threading.Tasks;\nusing TypedLlm;\n\n" + Chains.Desk(arguments, "IOther") + "\n";
}
