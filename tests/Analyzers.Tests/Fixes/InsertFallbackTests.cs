using Verify = TypedLlm.TestKit.Verifiers.CSharpCodeFixVerifier<TypedLlm.Analyzers.ChainAnalyzer, TypedLlm.CodeFixes.InsertFallbackCodeFix>;

namespace TypedLlm.Analyzers.Tests.Fixes;

public sealed class InsertFallbackTests
{
    [Theory]
    [InlineData("""Primary = {|TLLM002:"5.4"|}, Stream = true""", """Primary = "5.4", Fallback = "gpt-5.2", Stream = true""")]
    [InlineData("""Stream = true, Primary = {|TLLM002:"5.4"|}""", """Stream = true, Primary = "5.4", Fallback = "gpt-5.2" """)]
    [InlineData("""Primary = {|TLLM002:"5.4"|}, Fallback = null""", """Primary = "5.4", Fallback = "gpt-5.2" """)]
    [InlineData("""Primary = {|TLLM002:LlmModels.Gpt54|}""", """Primary = LlmModels.Gpt54, Fallback = LlmModels.Gpt52""")]
    [InlineData("""Primary = {|TLLM002:TypedLlm.LlmModels.Gpt54|}""", """Primary = TypedLlm.LlmModels.Gpt54, Fallback = TypedLlm.LlmModels.Gpt52""")]
    public Task Inserted_after_the_primary(string before, string after) =>
        Verify.VerifyCodeFixAsync(Desk.With(before), Desk.With(after.TrimEnd()));

    [Fact]
    public Task Inserted_on_a_line_of_its_own_where_the_primary_has_one() => Verify.VerifyCodeFixAsync(
        Desk.With("\r\n    Primary = {|TLLM002:\"5.4\"|},\r\n    Stream = true"),
        Desk.With("\r\n    Primary = \"5.4\",\r\n    Fallback = \"gpt-5.2\",\r\n    Stream = true"));

    [Fact]
    public Task Covers_the_needs_of_all_methods() => Verify.VerifyCodeFixAsync(
        TwoMethods("""Primary = {|TLLM002:"6-sol"|}"""),
        TwoMethods("""Primary = "6-sol", Fallback = "gpt-5.6-terra" """.TrimEnd()));

    [Fact]
    public Task Costs_no_more_than_any_method_allows() => Verify.VerifyCodeFixAsync(
        PriceLimits("""Primary = {|TLLM002:"5.4"|}, MaxFallbackPriceRatio = 0.5"""),
        PriceLimits("""Primary = "5.4", Fallback = "gpt-5.4-nano", MaxFallbackPriceRatio = 0.5"""));

    // The answer is streamed on the wire even where it is handed out whole.
    [Theory]
    [InlineData("", "gpt-5.6-terra")]
    [InlineData(", Stream = false", "gpt-5.2")]
    public Task Streams_if_the_method_does(string stream, string choice)
    {
        var test = new Verify.Test
        {
            TestCode = Desk.With($$"""Primary = {|TLLM002:"5.4"|}{{stream}}"""),
            FixedCode = Desk.With($"""Primary = "5.4", Fallback = "{choice}"{stream}"""),
        };
        test.TestState.AdditionalFiles.Add((
            "typedllm.models.json", """{ "models": [ { "id": "gpt-5.2", "capabilities": { "responses": { "streaming": false } } } ] }"""));
        return test.RunAsync();
    }

    [Fact]
    public Task Interface_and_methods_are_fixed_together() => new Verify.Test
    {
        TestCode = Desk.Source(
            """
            [LlmEndpoint(Primary = {|TLLM002:"5.4"|})]
            public interface IDesk
            {
                [Prompt("One")]
                Task<string> OneAsync();

                [Prompt("Two"), LlmEndpoint(Primary = {|TLLM002:"gpt-5.5"|})]
                Task<string> TwoAsync();
            }
            """),
        FixedCode = Desk.Source(
            """
            [LlmEndpoint(Primary = "5.4", Fallback = "gpt-5.2")]
            public interface IDesk
            {
                [Prompt("One")]
                Task<string> OneAsync();

                [Prompt("Two"), LlmEndpoint(Primary = "gpt-5.5", Fallback = "gpt-5.6-sol")]
                Task<string> TwoAsync();
            }
            """),
        NumberOfIncrementalIterations = 2,
    }.RunAsync();

    [Theory]
    [InlineData("""{ "deny": [ "5.2" ] }""", "gpt-5.6-terra")]
    [InlineData("""{ "allow": [ "5.4", "6-luna" ] }""", "gpt-6-luna")]
    [InlineData("""{ "models": [ { "id": "gpt-5.2", "shutdownDate": "2027-01-01" } ] }""", "gpt-5.6-terra")]
    public Task The_projects_file_decides_too(string file, string choice)
    {
        var test = new Verify.Test
        {
            TestCode = Desk.With("""Primary = {|TLLM002:"5.4"|}"""),
            FixedCode = Desk.With($"""Primary = "5.4", Fallback = "{choice}" """.TrimEnd()),
        };
        test.TestState.AdditionalFiles.Add(("typedllm.models.json", file));
        return test.RunAsync();
    }

    [Fact]
    public Task Nothing_is_inserted_if_no_model_is_allowed()
    {
        var test = new Verify.Test { TestCode = Desk.With("""Primary = {|TLLM002:"5.4"|}""") };
        test.TestState.AdditionalFiles.Add(("typedllm.models.json", """{ "allow": [ "5.4" ] }"""));
        return test.RunAsync();
    }

    [Fact]
    public Task Nothing_is_inserted_for_a_model_without_provider()
    {
        var test = new Verify.Test { TestCode = Desk.With("""Primary = {|TLLM002:"acme-1"|}""") };
        test.TestState.AdditionalFiles.Add(("typedllm.models.json", """{ "models": [ { "id": "acme-1" } ] }"""));
        return test.RunAsync();
    }

    private static string PriceLimits(string arguments) => Desk.Source(
        $$"""
        [LlmEndpoint({{arguments}})]
        public interface IDesk
        {
            [Prompt("One"), LlmEndpoint(MaxFallbackPriceRatio = 2)]
            Task<string> OneAsync();

            [Prompt("Two"), LlmEndpoint(MaxFallbackPriceRatio = 0.1)]
            Task<string> TwoAsync();

            [Prompt("Three")]
            Task<string> ThreeAsync();
        }
        """);

    private static string TwoMethods(string arguments) => Desk.Source(
        $$"""
        [LlmEndpoint({{arguments}})]
        public interface IDesk
        {
            [Prompt("One")]
            Task<string> OneAsync();

            [Prompt("Two")]
            [LlmEndpoint(Effort = Effort.None)]
            IAsyncEnumerable<string> TwoAsync();
        }
        """);
}
