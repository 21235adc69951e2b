using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using TypedLlm;

[assembly: LlmChain("support", Primary = "gpt-5.5", Fallback = "gpt-5.4", Fallbacks = new[] { "6-luna" })]
[assembly: LlmChain("unused", Primary = LlmModels.Gpt54)]

namespace Shop
{
    public enum Mood { Calm, Angry }

    public sealed record Order(int Id, string? Name, DateTime? Shipped, Order? Next, decimal Total);

    [LlmEndpoint(
        Primary = "5.4", Fallback = LlmModels.Gpt6Luna, Fallbacks = new[] { "own-model", "gpt-5.2" }, Stream = true, Effort = Effort.Low,
        ServiceTier = ServiceTier.Flex, Store = false, TimeoutMs = 60_000, FirstContentTimeoutMs = 10_000, IdleTimeoutMs = 5_000,
        OnInterrupted = InterruptedStream.Restart, MaxAttempts = 4, MaxFallbackPriceRatio = 2.5, Workload = Workload.HighStakes)]
    [SystemPrompt("You answer for {company}. {{Braces}} and \"quotes\"\u0041")]
    public interface IDesk
    {
        [Prompt("Answer {question} for {mood}: {order.Id:D4}, {order.Next.Name}, {order.Shipped.Year}, {order.Total:C2}")]
        IAsyncEnumerable<string> AnswerAsync(
            string company, [Untrusted] string question, Mood? mood = Mood.Angry, Order? order = null, CancellationToken ct = default);

        [Prompt("""
            Raw {text}
              {company}
            """)]
        [LlmEndpoint(Primary = "gpt-4.1", NoFallback = "cheap", Temperature = 0.2, MaxOutputTokens = 100, Stream = false)]
        Task<LlmResult<string>> RawAsync(string company, string text = "a", LlmCallOptions? options = null, CancellationToken ct = default);

        [Prompt(@"Verbatim ""{company}"" {number:N2}"), LlmEndpoint(Chain = "support")]
        ValueTask<string> VerbatimAsync(string company, double number, CancellationToken ct = default);

        [PromptFile("Prompts/report.md"), SystemPromptFile("Prompts/system.md")]
        IAsyncEnumerable<LlmEvent<string>> ReportAsync(string company, string topic, CancellationToken ct = default);
    }
}
