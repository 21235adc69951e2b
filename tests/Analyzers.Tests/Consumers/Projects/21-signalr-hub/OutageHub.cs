using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.SignalR;
using TypedLlm;

namespace City.Power;

public sealed class OutageHub(IOutageDesk desk) : Hub
{
    public async IAsyncEnumerable<string> Ask(string street, string question, [EnumeratorCancellation] CancellationToken ct)
    {
        var model = "";
        var options = new LlmCallOptions { OnCompleted = result => model = result.Model, Timeout = TimeSpan.FromSeconds(20) };
        await foreach (var text in desk.AnswerAsync(street, question, options, ct).WithCancellation(ct))
        {
            yield return text;
        }

        await Clients.Caller.SendAsync("answeredBy", model, ct);
    }
}

[LlmEndpoint(Primary = "gpt-5.4-mini", Fallback = "gpt-6-luna", FirstContentTimeoutMs = 8_000, IdleTimeoutMs = 15_000)]
[SystemPrompt("You inform about outages of electricity. Never promise a time.")]
public interface IOutageDesk
{
    [Prompt("In {street}: {question}")]
    IAsyncEnumerable<string> AnswerAsync(string street, [Untrusted] string question, LlmCallOptions options, CancellationToken ct = default);
}
