using Verify = TypedLlm.TestKit.Verifiers.CSharpAnalyzerVerifier<TypedLlm.Analyzers.ChainAnalyzer>;

namespace TypedLlm.Analyzers.Tests.Rules;

public sealed class NoFallbackTests
{
    [Theory]
    [InlineData("""Primary = {|TLLM002:"gpt-5.5"|}""")]
    [InlineData("""Primary = {|TLLM002:LlmModels.Gpt55|}, Stream = true""")]
    [InlineData("""Primary = {|TLLM002:"gpt-5.5"|}, Fallback = null""")]
    [InlineData("""Primary = {|TLLM002:"gpt-5.5"|}, Fallbacks = new string[0]""")]
    [InlineData("""Primary = {|TLLM002:"gpt-5.5"|}, NoFallback = "" """)]
    [InlineData("""Primary = {|TLLM002:"gpt-5.5"|}, NoFallback = "  " """)]
    public Task Reported_at_the_primary(string arguments) => Verify.VerifyAnalyzerAsync(Desk.With(arguments));

    [Theory]
    [InlineData("""Primary = "gpt-5.5", NoFallback = "evaluated on this model only" """)]
    [InlineData("""Primary = "gpt-5.5", Fallbacks = new[] { "gpt-5.4" }""")]
    [InlineData("""Primary = "gpt-5.5", Fallback = "gpt-5.4" """)]
    public Task A_fallback_or_a_reason_is_enough(string arguments) => Verify.VerifyAnalyzerAsync(Desk.With(arguments));

    [Fact]
    public Task A_method_that_replaces_the_chain_replaces_its_fallback() => Verify.VerifyAnalyzerAsync(Desk.Members(
        """
            [Prompt("One")]
            [LlmEndpoint(Primary = {|TLLM002:"gpt-5.4-mini"|})]
            Task<string> OneAsync();
        """));

    [Fact]
    public Task The_reason_of_the_interface_holds_for_its_methods() => Verify.VerifyAnalyzerAsync(Desk.Source(
        """
        [LlmEndpoint(Primary = "gpt-5.5", NoFallback = "evaluated on these models only")]
        public interface IDesk
        {
            [Prompt("One")]
            [LlmEndpoint(Primary = "gpt-5.4")]
            Task<string> OneAsync();
        }
        """));

    [Fact]
    public Task A_method_can_take_the_reason_back() => Verify.VerifyAnalyzerAsync(Desk.Source(
        """
        [LlmEndpoint(Primary = {|TLLM002:"gpt-5.5"|}, NoFallback = "evaluated on this model only")]
        public interface IDesk
        {
            [Prompt("One")]
            Task<string> OneAsync();

            [Prompt("Two")]
            [LlmEndpoint(NoFallback = "")]
            Task<string> TwoAsync();
        }
        """));

    [Fact]
    public Task Reasons_of_all_methods_together_are_enough() => Verify.VerifyAnalyzerAsync(Desk.Source(
        """
        [LlmEndpoint(Primary = "gpt-5.5")]
        public interface IDesk
        {
            [Prompt("One")]
            [LlmEndpoint(NoFallback = "a test")]
            Task<string> OneAsync();

            [Prompt("Two")]
            [LlmEndpoint(NoFallback = "another test")]
            Task<string> TwoAsync();
        }
        """));

    [Fact]
    public Task One_method_without_a_reason_is_reported() => Verify.VerifyAnalyzerAsync(Desk.Source(
        """
        [LlmEndpoint(Primary = {|TLLM002:"gpt-5.5"|})]
        public interface IDesk
        {
            [Prompt("One")]
            Task<string> OneAsync();

            [Prompt("Two")]
            [LlmEndpoint(NoFallback = "a test")]
            Task<string> TwoAsync();
        }
        """));

    [Fact]
    public Task One_attempt_leaves_none_for_a_fallback() => Verify.VerifyAnalyzerAsync(
        Desk.With("""Primary = {|#0:"5.4"|}, MaxAttempts = 1"""),
        Verify.Diagnostic(ChainDescriptors.NoFallback).WithLocation(0).WithMessage(
            "Nothing answers when '5.4' fails; set Fallback and raise MaxAttempts, or say with NoFallback why there is none"));

    [Fact]
    public Task Suppressed_by_pragma() => Verify.VerifyAnalyzerAsync("#pragma warning disable TLLM002\n" + Desk.With("""Primary = "gpt-5.5" """));
}
