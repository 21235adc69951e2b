namespace TypedLlm.Analyzers.Tests;

/// <summary>Sources with chains that are declared under a name.</summary>
internal static class Chains
{
    /// <summary>The declarations, and an endpoint that uses chain <c>support</c>.</summary>
    public static string Declared(params string[] declarations) => Source(Desk("Chain = \"support\""), declarations);

    /// <summary>An endpoint with one method.</summary>
    public static string Desk(string arguments, string name = "IDesk") =>
        $$"""
        [LlmEndpoint({{arguments}})]
        public interface {{name}}
        {
            [Prompt("Answer: {question}")]
            Task<string> AnswerAsync(string question, System.Threading.CancellationToken ct = default);
        }
        """;

    /// <summary>Code after the declarations of chains: <c>"support", Primary = "5.4"</c>.</summary>
    public static string Source(string code, params string[] declarations) =>
        "using System.Threading.Tasks;\nusing TypedLlm;\n\n"
        + string.Concat(declarations.Select(declaration => $"[assembly: LlmChain({declaration})]\n"))
        + (declarations.Length > 0 ? "\n" : "") + code + "\n";
}
