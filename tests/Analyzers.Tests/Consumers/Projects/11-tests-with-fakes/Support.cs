using TypedLlm;

namespace Contoso.Support;

[LlmEndpoint(Primary = "gpt-5.5", Fallback = "gpt-5.6-terra")]
public interface ISupportDesk
{
    [Prompt("Answer: {question}")]
    Task<string> AnswerAsync(string question, CancellationToken ct = default);

    [Prompt("Answer slowly: {question}")]
    IAsyncEnumerable<LlmEvent<string>> WatchAsync(string question, CancellationToken ct = default);
}

public sealed class Inbox(ISupportDesk desk)
{
    public async Task<string> ReplyAsync(string question)
    {
        try
        {
            return await desk.AnswerAsync(question);
        }
        catch (LlmException exception)
        {
            return $"We will come back to you ({exception.Kind}).";
        }
    }
}
