using System.Text.Json.Serialization;
using TypedLlm;

namespace Guides;

public sealed record Customer(string Name);

public sealed record Order(int Id, Customer Customer);

// <template>
[LlmEndpoint(Primary = "6-luna", Fallback = "5.6-luna")]
public interface IBilling
{
    [Prompt("Remind {order.Customer.Name} that {total:N2} EUR for order {order.Id} were due on {due:yyyy-MM-dd}. Answer as {{\"text\": \"…\"}}.")]
    Task<string> RemindAsync(Order order, decimal total, DateOnly due, CancellationToken ct = default);
}
// </template>

// <raw>
[LlmEndpoint(Primary = "6-luna", Fallback = "5.6-luna")]
public interface IEditor
{
    [Prompt("""
        Shorten this text to {words} words at most.
        Keep its tone.

        {text}
        """)]
    Task<string> ShortenAsync(string text, int words, CancellationToken ct = default);
}
// </raw>

// <json>
public sealed record Ticket(string Title, IReadOnlyList<string> Comments, DateOnly Opened)
{
    [JsonPropertyName("reopened")]
    public bool WasReopened { get; init; }

    [JsonIgnore]
    public string? InternalNote { get; init; }
}

[LlmEndpoint(Primary = "5.4", Fallback = "5.6-sol")]
public interface ITriage
{
    [Prompt("How urgent is this ticket?\n{ticket}")]
    Task<string> JudgeAsync(Ticket ticket, CancellationToken ct = default);

    [Prompt("Which of these tickets are about the same?\n{tickets}")]
    Task<string> CompareAsync([Untrusted] IReadOnlyList<Ticket> tickets, CancellationToken ct = default);
}
// </json>

// <system>
[LlmEndpoint(Primary = "5.4", Fallback = "5.6-sol")]
[SystemPrompt("You answer for {company}. Be brief.")]
public interface IFrontDesk
{
    [Prompt("Answer this customer:\n{question}")]
    Task<string> AnswerAsync(string company, [Untrusted] string question, CancellationToken ct = default);

    [Prompt("Which department is this for?\n{question}")]
    [SystemPrompt("You sort the mail. Answer with one word.")]
    Task<string> SortAsync([Untrusted] string question, CancellationToken ct = default);
}
// </system>

// <file>
[LlmEndpoint(Primary = "5.4", Fallback = "5.6-sol")]
[SystemPromptFile("Prompts/analyst.md")]
public interface IAnalyst
{
    [PromptFile("Prompts/report.md")]
    Task<string> ReportAsync(string company, string topic, DateOnly day, [Untrusted] string notes, CancellationToken ct = default);
}
// </file>
