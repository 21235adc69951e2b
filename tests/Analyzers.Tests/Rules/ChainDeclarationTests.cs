using Verify = TypedLlm.TestKit.Verifiers.CSharpAnalyzerVerifier<TypedLlm.Analyzers.NamedChainAnalyzer>;

namespace TypedLlm.Analyzers.Tests.Rules;

public sealed class ChainDeclarationTests
{
    private const string Support = "\"support\", Primary = \"5.4\", Fallback = \"5.6-sol\"";

    [Fact]
    public Task A_second_declaration_of_a_name_is_reported_there() => Verify.VerifyAnalyzerAsync(
        Chains.Declared(Support, "{|#0:\"support\"|}, Primary = \"5.5\""),
        Verify.Diagnostic(NamedChainDescriptors.InvalidChainDeclaration).WithLocation(0)
            .WithArguments("Chain 'support' is already declared", "name this one otherwise, or remove it"));

    [Fact]
    public Task Also_in_another_file()
    {
        var test = new Verify.Test { TestCode = Chains.Declared(Support) };
        test.TestState.Sources.Add(("Test1.cs", "using TypedLlm;\n[assembly: LlmChain({|TLLM023:\"support\"|}, Primary = \"5.5\")]\n"));
        return test.RunAsync();
    }

    [Theory]
    [InlineData("{|TLLM023:\"\"|}, Primary = \"5.4\"")]
    [InlineData("{|TLLM023:\"\"|}")]
    [InlineData("{|TLLM023:\" \"|}, Primary = \"\"")]
    [InlineData("{|TLLM023:\" \"|}, Primary = \"5.4\"")]
    [InlineData("{|TLLM023:null!|}, Primary = \"5.4\"")]
    public Task A_chain_needs_a_name(string declaration) => Verify.VerifyAnalyzerAsync(Chains.Declared(Support, declaration));

    [Theory]
    [InlineData("[assembly: {|TLLM023:LlmChain|}(\"support\")]")]
    [InlineData("[assembly: {|TLLM023:LlmChain|}(\"support\", Fallback = \"5.4\")]")]
    [InlineData("[assembly: LlmChain(\"support\", Primary = {|TLLM023:\" \"|})]")]
    public Task A_chain_needs_a_primary(string declaration)
    {
        var test = new Verify.Test { TestCode = Chains.Declared() };
        test.TestState.Sources.Add(("Chains.cs", "using TypedLlm;\n" + declaration + "\n"));
        return test.RunAsync();
    }

    [Theory]
    [InlineData("[assembly: {|CS7036:LlmChain|}]")]
    [InlineData("[assembly: {|CS7036:LlmChain(Primary = \"5.4\")|}]")]
    [InlineData("[assembly: LlmChain({|CS0103:Names|}.Support, Primary = \"5.4\")]")]
    [InlineData("[assembly: LlmChain(\"support\", Primary = {|CS0103:Names|}.Model)]")]
    public Task Half_written_declarations_are_left_to_the_compiler(string declaration)
    {
        var test = new Verify.Test { TestCode = Chains.Source("") };
        test.TestState.Sources.Add(("Chains.cs", "#pragma warning disable TLLM020\nusing TypedLlm;\n" + declaration + "\n"));
        return test.RunAsync();
    }

    [Fact]
    public Task Suppressed_by_pragma() =>
        Verify.VerifyAnalyzerAsync("#pragma warning disable TLLM023\n" + Chains.Declared(Support, Support));
}
