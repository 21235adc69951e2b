using TypedLlm;

namespace Relecloud.Models;

internal static class Models
{
    public const string Default = LlmModels.Gpt55;
    public const string Cheap = "gpt-5.4" + "-" + "nano";

    private const string Family = "gpt-6";
    public const string Next = $"{Family}-sol";
}

internal static class Prompts
{
    public const string Role = "You write queries for {dialect}. ";
    public const string Style = "Answer with the query alone.";

    public const string Explain = """
        Explain this query:

            {query}
        """;
}

[LlmEndpoint(Primary = Models.Default, Fallbacks = new[] { Models.Next, Models.Cheap }, MaxAttempts = Limits.Attempts)]
[SystemPrompt(Prompts.Role + Prompts.Style)]
internal interface IQueries
{
    [Prompt("Write: {wish}")]
    Task<string> WriteAsync(string dialect, string wish, CancellationToken ct = default);

    [Prompt(Prompts.Explain)]
    [LlmEndpoint(MaxOutputTokens = Limits.Tokens / 2)]
    Task<string> ExplainAsync(string dialect, string query, CancellationToken ct = default);
}

internal static class Limits
{
    public const int Attempts = 4;
    public const int Tokens = 4_000;
}
