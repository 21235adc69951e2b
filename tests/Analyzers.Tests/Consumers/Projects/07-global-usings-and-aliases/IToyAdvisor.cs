using Token = System.Threading.CancellationToken;

namespace Tailspin.Toys;

[Model(Primary = Gpt6Sol, Fallback = Gpt54)]
[Llm::SystemPrompt("You advise on toys for the age of {age}.")]
public interface IToyAdvisor
{
    [Ask("Which toy for {wish}?")]
    Answers AdviseAsync(byte age, string wish, Token token = default);

    [Llm.PromptAttribute("Why is {toy} safe?"), Llm.LlmEndpoint(Effort = Llm.Effort.High)]
    Task<string> JustifyAsync(byte age, string toy, Token token = default);
}
