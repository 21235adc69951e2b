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
    public Task Raised_for_every_method_that_sends_too_few() => Verify.VerifyCodeFixAsync(
        Methods(Long, "MaxAttempts = 4", "MaxAttempts = 3, Stream = true"), Methods(Sound, "MaxAttempts = 5", "MaxAttempts = 5, Stream = true"));

    [Fact]
    public Task Inserted_on_the_interface_for_a_method_that_sets_none() => Verify.VerifyCodeFixAsync(
        Methods(Long, "MaxAttempts = 6", "Stream = true"), Methods(Sound + ", MaxAttempts = 5", "MaxAttempts = 6", "Stream = true"));

    [Fact]
    public Task Left_alone_if_one_of_the_limits_is_no_number() => Verify.VerifyNoCodeFixAsync(Methods(Long, "MaxAttempts = 4", "MaxAttempts = 1 + 2"));

    [Fact]
    public Task A_limit_in_another_file_is_left_alone()
    {
        var test = new Verify.Test { TestCode = Desk.Source($"[LlmEndpoint({Long})]\npublic partial interface IDesk;") };
        test.TestState.Sources.Add(("Other.cs", Desk.Source(
            """
            public partial interface IDesk
            {
                [Prompt("One")]
                [LlmEndpoint(MaxAttempts = 3)]
                Task<string> OneAsync();
            }
            """)));
        return test.RunAsync();
    }

    [Fact]
    public Task A_method_that_two_chains_ask_gets_the_higher_limit() => new Verify.Test
    {
        TestCode = TwoChains("{|TLLM009:\"5.2\"|}", 2),
        FixedCode = TwoChains("\"5.2\"", 4),
        NumberOfIncrementalIterations = 2,
    }.RunAsync();

    private static string TwoChains(string unreached, int attempts) => Desk.Source(
        $$"""
        [LlmEndpoint(Primary = "5.4", Fallbacks = ["5.5", {{unreached}}])]
        public interface IDesk
        {
            [Prompt("One")]
            [LlmEndpoint(MaxAttempts = {{attempts}})]
            Task<string> OneAsync();
        }

        [LlmEndpoint(Primary = "5.4", Fallbacks = ["5.5", {{unreached}}, "6-sol"])]
        public interface IBackOffice : IDesk
        {
        }
        """);

    private static string Methods(string chain, string first, string second) => Desk.Source(
        $$"""
        [LlmEndpoint({{chain}})]
        public interface IDesk
        {
            [Prompt("One")]
            [LlmEndpoint({{first}})]
            Task<string> OneAsync();

            [Prompt("Two")]
            [LlmEndpoint({{second}})]
            Task<string> TwoAsync();
        }
        """);

    private static string Method(string arguments) => Desk.Members(
        $$"""
            [Prompt("One")]
            [LlmEndpoint({{arguments}})]
            Task<string> OneAsync();
        """);
}
