using TypedLlm;

[assembly: LlmChain("writing", Primary = "gpt-6-astra", Fallback = "gpt-5.5")]

namespace Shop;

[LlmEndpoint(Chain = "writing")]
public interface IWriter
{
    [Prompt("Describe {product}")]
    Task<string> DescribeAsync(string product, CancellationToken ct = default);
}

[LlmEndpoint(Chain = "writing")]
public interface IPoet
{
    [Prompt("A poem about {product}")]
    Task<string> PoemAsync(string product, CancellationToken ct = default);
}

[LlmEndpoint(Chain = "writing")]
public interface IEditor
{
    [PromptFile("Prompts/shorten.md")]
    Task<string> ShortenAsync(string text, CancellationToken ct = default);

    [LlmEndpoint(MaxOutputTokens = 100_000)]
    [Prompt("Write a novel about {text}")]
    Task<string> NovelAsync(string text, CancellationToken ct = default);
}

[LlmEndpoint(Primary = "default", Fallback = "gpt-6-luna")]
public interface ITranslator
{
    [Prompt("Translate into {language}: {text}")]
    Task<string> TranslateAsync(string text, string language, CancellationToken ct = default);
}

[LlmEndpoint(Primary = "gpt-6-sol", Fallback = "gpt-5.4-nano")]
public interface ITitles
{
    [Prompt("A title for {text}")]
    Task<string> TitleAsync(string text, CancellationToken ct = default);
}

[LlmEndpoint(Primary = "gpt-6.1-sol", Fallback = "gpt-5.6-luna")]
public interface IAssistant
{
    [Prompt("Assist with {text}")]
    Task<string> AssistAsync(string text, CancellationToken ct = default);
}

[LlmEndpoint(Primary = "gpt-6-sol", Fallback = "gpt-6-luna")]
internal interface IHelper
{
    [Prompt("Help with {text}")]
    Task<string> HelpAsync(string text, CancellationToken ct = default);
}
