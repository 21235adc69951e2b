[TypedLlm.LlmEndpoint(Primary = "gpt-5.5", Fallback = "gpt-5.4-mini")]
[TypedLlm.SystemPrompt("Überschrift – 見出し 🙂 of {class}")]
public interface IOdd
{
    [TypedLlm.Prompt("{event} {größe} {_under}")]
    Task<string> @async(string @class, string @event, int größe, string _under, CancellationToken @default = default);

    [TypedLlm.Prompt("Overloaded {text}")]
    Task<string> SameAsync(string @class, string text, CancellationToken ct = default);

    [TypedLlm.Prompt("Overloaded {number}")]
    Task<string> SameAsync(string @class, int number, CancellationToken ct = default);
}

[TypedLlm.LlmEndpoint(Primary = "gpt-6-sol", Fallback = "6-luna")]
internal interface Desk
{
    [TypedLlm.Prompt("No parameters at all.")]
    ValueTask<string> HelloAsync(CancellationToken ct = default);
}
