using Verify = TypedLlm.TestKit.Verifiers.CSharpCodeFixVerifier<TypedLlm.Analyzers.ChainAnalyzer, TypedLlm.CodeFixes.RaiseMaxAttemptsCodeFix>;

namespace TypedLlm.Analyzers.Tests.Fixes;

public sealed class RaiseMaxAttemptsTests
{
    private const string Long = """Primary = "5.4", Fallback = "5.6-sol", Fallbacks = ["5.5", {|TLLM009:"5.2"|}, "6-sol"]""";
    private const string Sound = """Primary = "5.4", Fallback = "5.6-sol", Fallbacks = ["5.5", "5.2", "6-sol"]""";

    [Theory]
    [InlineData("", ", MaxAttempts = 5")]
    [InlineData(", Stream = true", ", Stream = true, MaxAttempts = 5")]
    [InlineData(", MaxAttempts = 3, Stream = true", ", MaxAttempts = 5, Stream = true")]
    public Task Raised_or_inserted(string before, string after) => Verify.VerifyCodeFixAsync(Desk.With(Long + before), Desk.With(Sound + after));

    [Fact]
    public Task Inserted_where_the_method_sets_the_chain() => Verify.VerifyCodeFixAsync(Method(Long), Method(Sound + ", MaxAttempts = 5"));

    [Theory]
    [InlineData(", MaxAttempts = 1 + 2")]
    [InlineData(", MaxAttempts = Limits.Attempts")]
    public Task A_limit_that_is_no_number_is_left_alone(string arguments) =>
        Verify.VerifyNoCodeFixAsync(Desk.With(Long + arguments) + "static class Limits { public const int Attempts = 3; }\n");

    [Fact]
    public Task A_limit_that_every_method_sets_is_left_alone() => Verify.VerifyNoCodeFixAsync(
        Desk.Source(
            $$"""
            [LlmEndpoint({{Long}})]
            public interface IDesk
            {
                [Prompt("One")]
                [LlmEndpoint(MaxAttempts = 3)]
                Task<string> OneAsync();
            }
            """));

    private static string Method(string arguments) => Desk.Members(
        $$"""
            [Prompt("One")]
            [LlmEndpoint({{arguments}})]
            Task<string> OneAsync();
        """);
}
