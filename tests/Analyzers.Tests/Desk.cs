namespace TypedLlm.Analyzers.Tests;

/// <summary>The smallest endpoint that shows a rule.</summary>
internal static class Desk
{
    private const string Usings = "using System.Collections.Generic;\nusing System.Threading.Tasks;\nusing TypedLlm;\n\n";

    /// <summary>An endpoint with one method that hands out its answer whole.</summary>
    public static string With(string endpointArguments) => Source(
        $$"""
        [LlmEndpoint({{endpointArguments}})]
        public interface IDesk
        {
            [Prompt("Answer: {question}")]
            Task<string> AnswerAsync(string question, System.Threading.CancellationToken ct = default);
        }
        """);

    /// <summary>An endpoint with one method that hands out its answer as it comes.</summary>
    public static string Streaming(string endpointArguments) => With(endpointArguments).Replace("Task<string>", "IAsyncEnumerable<string>", StringComparison.Ordinal);

    /// <summary>An endpoint with a chain that no rule objects to and these members.</summary>
    public static string Members(string members) => Source(
        $$"""
        [LlmEndpoint(Primary = "gpt-5.5", Fallback = "gpt-5.4")]
        public interface IDesk
        {
        {{members}}
        }
        """);

    public static string Source(string code) => Usings + code + "\n";
}
