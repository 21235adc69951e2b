using TypedLlm;

[assembly: LlmChain("writing", Primary = "gpt-6-astra", Fallback = "gpt-5.5")]

namespace Shop;

[LlmEndpoint(Chain = "writting")]
public interface IWriter
{
    [Prompt("Describe {product}")]
    Task<string> DescribeAsync(string product, CancellationToken ct = default);
}

[LlmEndpoint(Chain = "writing", Temperature = 0.9)]
public interface IPoet
{
    [Prompt("A poem about {product}")]
    Task<string> PoemAsync(string product, CancellationToken ct = default);
}

[LlmEndpoint(Chain = "writing")]
public interface IEditor
{
    [PromptFile("Prompts/shorten.txt")]
    Task<string> ShortenAsync(string text, CancellationToken ct = default);

    [LlmEndpoint(MaxOutputTokens = 1_000_000)]
    [Prompt("Write a novel about {text}")]
    Task<string> NovelAsync(string text, CancellationToken ct = default);
}

[LlmEndpoint]
public interface ITranslator
{
    [Prompt("Translate into {language}: {text}")]
    Task<string> TranslateAsync(string text, string language, CancellationToken ct = default);
}

[LlmEndpoint(Primary = "gpt-5", Fallback = "gpt-5.4-nano")]
public interface ITitles
{
    [Prompt("A title for {text}")]
    Task<string> TitleAsync(string text, CancellationToken ct = default);
}

public abstract class Assistant
{
    [LlmEndpoint(Primary = "gpt-5.5", Fallback = "gpt-6-luna")]
    public abstract Task<string> AssistAsync(string text);

    [LlmEndpoint(Primary = "gpt-6-sol", Fallback = "gpt-6-luna")]
    private interface IHelper
    {
        [Prompt("Help with {text}")]
        Task<string> HelpAsync(string text, CancellationToken ct = default);
    }
}
