using TypedLlm;

namespace Trey.Research;

/// <summary>What every reader of papers can do, whatever model it asks.</summary>
public interface ISummarizer
{
    [Prompt("Summarize for {audience}:\n{paper}")]
    Task<string> SummarizeAsync(string paper, string audience, CancellationToken ct = default);
}

public interface ICritic<in TPaper>
{
    [Prompt("Three weak points of:\n{paper}")]
    IAsyncEnumerable<string> CriticizeAsync(TPaper paper, CancellationToken ct = default);
}

[LlmEndpoint(Primary = "gpt-6-astra", Fallback = "gpt-5.5", MaxAttempts = 4)]
public interface IThoroughReader : ISummarizer, ICritic<string>
{
    [Prompt("Which of these claims does the paper prove?\n{paper}\n{claims}")]
    Task<LlmResult<string>> ProofsAsync(string paper, string claims, CancellationToken ct = default);
}

[LlmEndpoint(Primary = "gpt-6-luna", Fallback = "gpt-5.4-mini")]
public interface IQuickReader : ISummarizer;

public sealed class ReadingRoom(IThoroughReader thorough, IQuickReader quick)
{
    public ISummarizer ReaderFor(int pages) => pages > 30 ? quick : thorough;
}
