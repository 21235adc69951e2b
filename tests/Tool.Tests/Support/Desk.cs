namespace TypedLlm.Tool.Tests.Support;

/// <summary>Sources of endpoints that many tests use.</summary>
internal static class Desk
{
    /// <summary>One endpoint with one streamed method, on two live models.</summary>
    public const string Source = """
        namespace Shop;

        [LlmEndpoint(Primary = "gpt-5.4", Fallback = "gpt-5.6-sol")]
        [SystemPrompt("You answer for {company}. Be brief.")]
        public interface ISupportDesk
        {
            [Prompt("Answer this customer: {question}")]
            IAsyncEnumerable<string> AnswerAsync(string company, string question, CancellationToken ct = default);
        }
        """;
}
