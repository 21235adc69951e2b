using Verify = TypedLlm.TestKit.Verifiers.CSharpAnalyzerVerifier<TypedLlm.Analyzers.ChainAnalyzer>;

namespace TypedLlm.Analyzers.Tests.Rules;

public sealed class NoPrimaryTests
{
    [Fact]
    public Task An_interface_without_a_chain_is_reported_once() => Verify.VerifyAnalyzerAsync(Desk.Source(
        """
        [{|TLLM006:LlmEndpoint|}]
        public interface IDesk
        {
            [Prompt("One")]
            Task<string> OneAsync();

            [Prompt("Two")]
            Task<string> TwoAsync();
        }
        """));

    [Theory]
    [InlineData("Stream = true")]
    [InlineData("Primary = null")]
    [InlineData("NoFallback = \"alone\"")]
    public Task Other_settings_name_no_model(string arguments) =>
        Verify.VerifyAnalyzerAsync(Desk.With(arguments).Replace("[LlmEndpoint", "[{|TLLM006:LlmEndpoint|}", StringComparison.Ordinal));

    [Fact]
    public Task A_fallback_alone_is_no_chain() => Verify.VerifyAnalyzerAsync(
        Desk.With("Fallback = \"gpt-5.4\"").Replace("[LlmEndpoint", "[{|TLLM006:LlmEndpoint|}", StringComparison.Ordinal));

    [Fact]
    public Task A_blank_primary_is_none() => Verify.VerifyAnalyzerAsync(Desk.With("Primary = {|TLLM006:\" \"|}, Fallback = \"gpt-5.4\""));

    [Fact]
    public Task A_method_that_sets_a_fallback_replaces_the_primary_too() => Verify.VerifyAnalyzerAsync(Desk.Members(
        """
            [Prompt("One")]
            [{|TLLM006:LlmEndpoint|}(Fallback = "gpt-5.4-mini")]
            Task<string> OneAsync();
        """));

    [Fact]
    public Task Methods_can_bring_all_chains() => Verify.VerifyAnalyzerAsync(Desk.Source(
        """
        [LlmEndpoint]
        public interface IDesk
        {
            [Prompt("One")]
            [LlmEndpoint(Primary = "gpt-5.5", Fallback = "gpt-5.4")]
            Task<string> OneAsync();
        }
        """));

    [Fact]
    public Task An_endpoint_without_methods_needs_no_model() =>
        Verify.VerifyAnalyzerAsync(Desk.Source("[LlmEndpoint]\npublic interface IDesk;"));

    [Fact]
    public Task Half_written_attributes_are_left_to_the_compiler() =>
        Verify.VerifyAnalyzerAsync(Desk.With("Primary = {|CS0103:Gpt55|}"));

    [Fact]
    public Task Suppressed_by_pragma() => Verify.VerifyAnalyzerAsync("#pragma warning disable TLLM006\n" + Desk.With("Stream = true"));
}
