using TypedLlm;

namespace School.OfFineArt;

[LlmEndpoint(Primary = "gpt-6.1-terra", Fallback = "gpt-5.5")]
[SystemPromptFile("Prompts/system.md")]
public interface ILessons
{
    [PromptFile("Prompts/Lessons/plan.md")]
    Task<string> PlanAsync(string subject, int age, int minutes, string topic, CancellationToken ct = default);

    [Prompt("Three questions about {topic}.")]
    IAsyncEnumerable<string> QuestionsAsync(string subject, int age, string topic, CancellationToken ct = default);
}
