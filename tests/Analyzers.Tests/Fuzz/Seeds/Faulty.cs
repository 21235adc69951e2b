using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using TypedLlm;

[assembly: LlmChain("twice", Primary = "gpt-9")]
[assembly: LlmChain("twice", Fallback = "5.3")]

[LlmEndpoint(Primary = "5.3", Fallback = LlmModels.Gpt54, Fallbacks = new[] { "gpt-5.4-mni", "5.4" }, Stream = false, TimeoutMs = -1)]
[SystemPrompt("You answer for {compny} in {{braces}}")]
public partial interface IDesk<T> : IBase
{
    [Prompt(@"Ask {txt} with {text.Lenght:N0} ""now""")]
    IAsyncEnumerable<LlmEvent<string>> AskAsync(string text, string company, string unused);

    [Prompt("Alone {number:Q2} " + "{nmber}"), LlmEndpoint(Primary = "5.4", Effort = Effort.Max, MaxOutputTokens = 2_000_000)]
    ValueTask<string> AloneAsync(decimal number, ref int other);

    [Prompt("Both {text}"), PromptFile("../missing.md"), LlmEndpoint(Chain = "supprt", Primary = "gpt-4o", Temperature = 9)]
    Task<string> BothAsync(string text);

    string Name { get; }
}

public interface IBase
{
    [Prompt("Base"), LlmEndpoint(Primary = "gpt-4o", Fallback = "gpt-5.4-pro", NoFallback = "")]
    Task<LlmResult<string>> BaseAsync<TOther>();
}

[LlmEndpoint(Primary = "gpt-4.1", Fallback = "gpt-4o")]
public interface IShort
{
    [Prompt("Hello {name}")]
    Task<string> HelloAsync(string name);

    [Prompt("With a body")]
    Task<string> BodyAsync(string name) => HelloAsync(name);

    Task<string> NoneAsync(string name);

    [Prompt("Since {day:zz9?'} {span:hh:mm}"), LlmEndpoint(MaxAttempts = 0, Effort = (Effort)99, Temperature = -1)]
    Task<string> FormatAsync(DateOnly day, TimeSpan span, params string[] rest);
}

[LlmEndpoint(Primary = "5.4")] public interface A_IDesk { }

public class A
{
    [LlmEndpoint(Primary = "5.4")] public interface IDesk { }

    [LlmEndpoint(Primary = "5.4")] public interface Desk { }
}

public abstract class Worker
{
    [LlmEndpoint(Primary = "5.4"), Prompt("{text}")]
    public abstract Task<string> WorkAsync(string text);
}
