using TypedLlm;

[assembly: LlmChain("unused", Primary = "gpt-5.5", Fallback = "gpt-6-sol")]
[assembly: LlmChain("empty")]

namespace Every;

[LlmEndpoint(Primary = "gpt-5.1", Fallback = "acme-4")]
public interface IFallbackRetiresFirst
{
    [Prompt("{text}")]
    Task<string> AskAsync(string text, CancellationToken ct = default);
}

[LlmEndpoint(Primary = "gpt-5.5", Fallbacks = ["gpt-6-sol", "gpt-6-luna", "gpt-5.4"], MaxAttempts = 2)]
public interface ITooFewAttempts
{
    [Prompt("{text}")]
    Task<string> AskAsync(string text, CancellationToken ct = default);
}

[LlmEndpoint(Primary = "gpt-5.6-terra", Fallback = "no-stream")]
public interface ICannotStream
{
    [Prompt("{text}")]
    IAsyncEnumerable<string> AskAsync(string text, CancellationToken ct = default);
}

[LlmEndpoint(Primary = "gpt-5.6-terra", Fallback = "no-schema")]
public interface ICannotBeHeldToASchema
{
    [Prompt("{text}")]
    Task<int> AskAsync(string text, CancellationToken ct = default);
}

[LlmEndpoint(Primary = "denied-model", Fallback = "gpt-6.1-sol")]
public interface IDenied
{
    [Prompt("{text}")]
    Task<string> AskAsync(string text, CancellationToken ct = default);
}

[LlmEndpoint(Primary = "gpt-6-luna", Fallback = "gpt-6-astra", MaxFallbackPriceRatio = 2)]
public interface IDear
{
    [Prompt("{text}")]
    Task<string> AskAsync(string text, CancellationToken ct = default);
}

[LlmEndpoint(Primary = "gpt-5.2", Fallback = "gpt-5.4-mini")]
public interface ILocked
{
    [Prompt("{text}")]
    IAsyncEnumerable<string> AskAsync(string text, CancellationToken ct = default);
}

[LlmEndpoint(Primary = "gpt-5.4-nano", Fallback = "gpt-6.1-terra", Workload = Workload.HighStakes)]
public interface IHighStakes
{
    [Prompt("{text}")]
    Task<string> AskAsync(string text, CancellationToken ct = default);
}

[LlmEndpoint(Chain = "writing", Primary = "gpt-6.2-sol", Fallback = "gpt-5.6-luna")]
public interface IChainAndModels
{
    [Prompt("{text}")]
    Task<string> AskAsync(string text, CancellationToken ct = default);
}

[LlmEndpoint(Primary = "gpt-6.2-sol", Fallback = "gpt-6.1-terra")]
public interface IRepeated1
{
    [Prompt("{text}")]
    Task<string> AskAsync(string text, CancellationToken ct = default);
}

[LlmEndpoint(Primary = "gpt-6.2-sol", Fallback = "gpt-6.1-terra")]
public interface IRepeated2
{
    [Prompt("{text}")]
    Task<string> AskAsync(string text, CancellationToken ct = default);
}

[LlmEndpoint(Primary = "gpt-6.2-sol", Fallback = "gpt-6.1-terra")]
public interface IRepeated3
{
    [Prompt("{text}")]
    Task<string> AskAsync(string text, CancellationToken ct = default);
}
