using TypedLlm;

namespace Shop;

[LlmEndpoint(Primary = "gpt-5.4-mini", Fallback = "gpt-5.5")]
public interface ISupportDesk
{
    [Prompt("Answer this customer: {question}")]
    Task<string> AnswerAsync(string question, CancellationToken ct = default);
}

[LlmEndpoint(Primary = "gpt-5.5", NoFallback = "Complaints are answered by hand when the model is away.")]
[SystemPrompt("You answer for {company}.")]
public interface IComplaints
{
    [Prompt("Apologize for: {complaint}")]
    Task<string> ApologizeAsync(string company, string complaint, CancellationToken ct = default);

    [Prompt("Offer {amount:N2} EUR.")]
    Task<string> CompensateAsync(string company, decimal amount, CancellationToken ct = default);
}

[LlmEndpoint(Primary = "5.4", Fallback = "5.3")]
public interface IChat
{
    [Prompt("Say something about {topic}")]
    IAsyncEnumerable<string> SayAsync(string topic, CancellationToken ct = default);
}
