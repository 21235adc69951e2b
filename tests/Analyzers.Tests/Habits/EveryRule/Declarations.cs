using TypedLlm;

namespace Every;

internal interface INoEndpoint
{
    [Prompt("{text}")]
    Task<string> AskAsync(string text, CancellationToken ct = default);
}

[LlmEndpoint(Primary = "gpt-5.4", Fallback = "gpt-5.4-nano", TimeoutMs = -1)]
public interface IDeclarations
{
    [Prompt("{text}")]
    Task<string> NoTokenAsync(string text);

    [Prompt("{text}")]
    Task<string> BodyAsync(string text, CancellationToken ct = default) => NoTokenAsync(text);

    [Prompt("{lines}")]
    Task<string> LinesAsync(List<object> lines, CancellationToken ct = default);

    [PromptFile("../outside.md")]
    Task<string> OutsideAsync(string text, CancellationToken ct = default);

    [Prompt("{text}"), PromptFile("Prompts/shorten.md")]
    Task<string> TwiceAsync(string text, CancellationToken ct = default);

    [Prompt("{text}"), SystemPrompt(" ")]
    Task<string> BlankAsync(string text, CancellationToken ct = default);
}

public class DeclarationsEndpoint;

public static class Calls
{
    public static OpenAI.Chat.ChatClient Old() => new("gpt-3.5-turbo", "key");

    public static OpenAI.Chat.ChatMessageContentPart Of(byte[] bytes) =>
        OpenAI.Chat.ChatMessageContentPart.CreateFilePart(BinaryData.FromString(Convert.ToBase64String(bytes)), "application/pdf", "a.pdf");
}
