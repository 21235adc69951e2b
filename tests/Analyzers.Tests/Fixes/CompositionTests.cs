using Microsoft.CodeAnalysis.CodeFixes;
using TypedLlm.CodeFixes;

namespace TypedLlm.Analyzers.Tests.Fixes;

/// <summary>A file with every fault that has a fix: each fix repairs its own, and raises nothing new beside the others.</summary>
public sealed class CompositionTests
{
    private const string Dead = "{|TLLM005:\"5.3\"|}";
    private const string Unknown = "{|TLLM001:\"gpt-5.4-mni\"|}";
    private const string Repeated = "{|TLLM003:\"gpt-5.5\"|}";
    private const string Alone = "Primary = {|TLLM002:\"5.4\"|}";
    private const string Stream = "    [LlmEndpoint({|TLLM102:Stream = false|})]\n";
    private const string Placeholder = "{|TLLM201:txt|}";

    [Fact]
    public Task Unknown_models() => VerifyAsync<UseNearestModelIdCodeFix>(File(unknown: "\"gpt-5.4-mini\""));

    [Fact]
    public Task Missing_fallbacks() => VerifyAsync<InsertFallbackCodeFix>(File(alone: "Primary = \"5.4\", Fallback = \"gpt-5.2\""));

    [Fact]
    public Task Dead_models() => VerifyAsync<ReplaceShutDownModelCodeFix>(File(dead: "\"gpt-5.6-sol\""));

    [Fact]
    public Task Repeated_models() => VerifyAsync<ReplaceRepeatedFallbackCodeFix>(File(repeated: "\"gpt-6.2-astra\""));

    [Fact]
    public Task Streams() => VerifyAsync<RemoveStreamCodeFix>(File(stream: ""));

    [Fact]
    public Task Placeholders() => VerifyAsync<CorrectPlaceholderCodeFix>(File(placeholder: "text"));

    // A fallback that no request is left for would be one more finding.
    [Fact]
    public Task Fallbacks_where_there_is_one_attempt() => new AllAnalyzersTest<InsertFallbackCodeFix>
    {
        TestCode = Desk.With("""Primary = {|TLLM002:"5.4"|}, MaxAttempts = 1"""),
    }.RunAsync();

    [Fact]
    public Task Fallbacks_where_an_endpoint_of_the_chain_has_one_attempt() => new AllAnalyzersTest<InsertFallbackCodeFix>
    {
        TestCode = Chains.Source(Chains.Desk("Chain = \"support\", MaxAttempts = 1"), "\"support\", Primary = {|TLLM002:\"5.4\"|}"),
    }.RunAsync();

    private static Task VerifyAsync<TCodeFix>(string fixedCode)
        where TCodeFix : CodeFixProvider, new() =>
        new AllAnalyzersTest<TCodeFix> { TestCode = File(), FixedCode = fixedCode }.RunAsync();

    private static string File(
        string dead = Dead, string unknown = Unknown, string repeated = Repeated, string alone = Alone, string stream = Stream, string placeholder = Placeholder) =>
        Desk.Source(
            $$"""
            [LlmEndpoint(Primary = "5.5", Fallback = {{dead}}, Fallbacks = new[] { {{unknown}}, {{repeated}} }, MaxAttempts = 4)]
            public interface IDesk
            {
                [Prompt("Ask {{{placeholder}}}")]
                Task<string> AskAsync(string text);

            {{stream}}    [Prompt("Tell")]
                IAsyncEnumerable<string> TellAsync();

                [Prompt("Alone")]
                [LlmEndpoint({{alone}})]
                Task<string> AloneAsync();
            }
            """);
}
