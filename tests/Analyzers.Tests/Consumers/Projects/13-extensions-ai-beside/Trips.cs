using Microsoft.Extensions.AI;
using TypedLlm;

namespace Margies.Travel;

[LlmEndpoint(Primary = "gpt-6.2-sol", Fallback = "gpt-6-sol")]
public interface ITripPlanner
{
    [Prompt("A plan for {days} days in {city}, starting {start:D}.")]
    IAsyncEnumerable<string> PlanAsync(string city, int days, DateOnly start, CancellationToken ct = default);
}

public sealed class Concierge(IChatClient chat, ITripPlanner planner)
{
    private readonly ChatOptions _options = new() { ModelId = "gpt-5.4", Temperature = 0.3f };

    public async Task<string> AskAsync(string question, CancellationToken ct)
    {
        var messages = new List<ChatMessage> { new(ChatRole.System, "You are a concierge."), new(ChatRole.User, question) };
        var response = await chat.GetResponseAsync(messages, _options, ct);
        return response.Text;
    }

    public ChatOptions For(string deployment) => new() { ModelId = deployment };

    public ChatOptions Local() => new() { ModelId = "llama3.2" };

    public IAsyncEnumerable<string> PlanAsync(string city, CancellationToken ct) =>
        planner.PlanAsync(city, days: 3, DateOnly.FromDateTime(DateTime.Today), ct);
}
