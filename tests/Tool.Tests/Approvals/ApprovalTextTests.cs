using TypedLlm.TestKit;

namespace TypedLlm.Tool.Tests.Approvals;

/// <summary>What an approval says.</summary>
public sealed class ApprovalTextTests : IDisposable
{
    private readonly ApproveTarget _target = new();

    public void Dispose() => _target.Dispose();

    [Fact]
    public async Task An_endpoint_is_written_a_fact_a_line() => Assert.Equal(
        """"
        # typedllm approval: Shop.IDesk
        # What it asks of language models. Look at what changes here as you look at code.

        method: AnswerAsync(string company, string question, CancellationToken ct)
          returns: text as it arrives
          chain:
            large, written big: first content within 90 s, then silent for 180 s at most
            small: first content within 20 s, then silent for 60 s at most
            gone: passed over, shut down on 2026-03-01; give its name to another model with an alias in typedllm.models.json, or name another model
          streamed on the wire: yes
          effort: not sent
          temperature: not sent
          output tokens: not sent
          service tier: not sent
          kept by the service: no
          attempts: 3
          deadline: 3600 s
          highest cost of a call: 16.50 USD: 3 × large, 1000000 tokens of input for 4.00 USD and 100000 of output for 1.50 USD
          system prompt:
            | You answer for {company}.
            |
            | Be {{brief}}.
          prompt:
            | Answer:
            | <untrusted name="question">
            | {question}
            | </untrusted>

        method: AskAsync(decimal total)
          returns: the whole answer
          chain:
            small
          no fallback: an internal tool
          workload: Bulk
          streamed on the wire: no
          effort: not sent
          temperature: 0.25
          output tokens: at most 2000
          service tier: not sent
          kept by the service: yes
          attempts: 5
          deadline: 30 s
          highest cost of a call: 0.029 USD: 5 × small, 50000 tokens of input for 0.005 USD and 2000 of output for 0.0008 USD
          system prompt:
            | Count.
          prompt:
            | {total:C2}

        method: WatchAsync()
          returns: events as they arrive
          chain:
            large, written big: first content within 7 s, then silent for 8 s at most
            small: passed over, costs more than 0.01 times the primary (MaxFallbackPriceRatio)
          streamed on the wire: yes
          effort: high
          temperature: not sent
          output tokens: not sent
          service tier: not sent
          kept by the service: no
          attempts: 3
          deadline: 3600 s
          broken stream: starts again
          price of a fallback: at most 0.01 times the primary's
          highest cost of a call: 16.50 USD: 3 × large, 1000000 tokens of input for 4.00 USD and 100000 of output for 1.50 USD
          system prompt:
            | You answer for no one.
          prompt:
            | x

        """",
        await _target.ApproveAsync("""
            namespace Shop;

            [LlmEndpoint(Primary = "big", Fallback = "small", Fallbacks = new[] { "gone" })]
            [SystemPrompt("You answer for {company}.\n\nBe {{brief}}.")]
            public interface IDesk
            {
                [LlmEndpoint(Primary = "big", Fallback = "small", Effort = Effort.High, FirstContentTimeoutMs = 7_000, IdleTimeoutMs = 8_000,
                    OnInterrupted = InterruptedStream.Restart, MaxFallbackPriceRatio = 0.01)]
                [SystemPrompt("You answer for no one.")]
                [Prompt("x")]
                IAsyncEnumerable<LlmEvent<string>> WatchAsync();

                [Prompt("Answer:\n{question}")]
                IAsyncEnumerable<string> AnswerAsync(string company, [Untrusted] string question, CancellationToken ct = default);

                [LlmEndpoint(Primary = "small", Stream = false, NoFallback = "an internal tool", Workload = Workload.Bulk, Temperature = 0.25,
                    MaxOutputTokens = 2_000, Store = true, MaxAttempts = 5, TimeoutMs = 30_000)]
                [SystemPrompt("Count.")]
                [Prompt("{total:C2}")]
                Task<string> AskAsync(decimal total);
            }
            """));

    [Theory]
    [InlineData("Primary = \"unpriced\"", "unknown, since the catalog has no price of unpriced")]
    [InlineData("Primary = \"small\", Fallback = \"unpriced\"", "unknown, since the catalog has no price of unpriced")]
    [InlineData("Primary = \"unmeasured\"", "unknown, since the catalog does not know how many tokens unmeasured takes or gives")]
    [InlineData("Primary = \"small\", ServiceTier = ServiceTier.Flex", "unknown, since the catalog has no price of small for the tier flex")]
    [InlineData("Primary = \"small\", ServiceTier = ServiceTier.Default", "0.027 USD: 3 × small")]
    [InlineData("Primary = \"gone\"", "nothing, since no model is asked")]
    [InlineData("Primary = \"gone\", Fallback = \"small\", MaxAttempts = 1", "0.009 USD: 1 × small")]
    public async Task A_cost_that_is_not_known_is_said_to_be(string settings, string cost)
    {
        var text = await _target.ApproveAsync($$"""namespace Shop { [LlmEndpoint({{settings}})] public interface IDesk { [Prompt("x")] Task<string> AskAsync(); } }""");

        Assert.Contains($"\n  highest cost of a call: {cost}", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_seen_in_a_prompt_is_shown()
    {
        var text = await _target.ApproveAsync(""""
            namespace Shop
            {
                [LlmEndpoint(Primary = "small", NoFallback = "a\nb\u202e")]
                public interface IDesk
                {
                    [SystemPrompt("a\tb \n\n  c\r\n{{U+202E}} \U000e0041 \u200b 😀 世界 \0")]
                    [Prompt("{text}  ")]
                    Task<string> AskAsync(string text);
                }
            }
            """");

        Assert.Contains("  no fallback: a{U+000A}b{U+202E}\n", text, StringComparison.Ordinal);
        Assert.Contains("    | a\tb{U+0020}\n    |\n    |   c{U+000D}\n    | {{U+202E}} {U+E0041} {U+200B} 😀 世界 {U+0000}\n", text, StringComparison.Ordinal);
        Assert.Contains("    | {text}{U+0020}{U+0020}\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chain_of_the_settings_is_what_is_approved()
    {
        _target.Write("appsettings.Production.json", """{ "TypedLlm": { "Endpoints": { "Shop.IDesk": { "Chain": [ "small" ] } } } }""");
        const string Source = """namespace Shop { [LlmEndpoint(Primary = "large")] public interface IDesk { [Prompt("x")] Task<string> AskAsync(); } }""";

        var text = await _target.ApproveAsync(Source, "--settings", _target.Folder, "--env", "Production");

        Assert.Contains("  chain of TypedLlm:Endpoints:Shop.IDesk:Chain:\n    small: ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("large", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_clock_says_nothing()
    {
        var path = _target.Build("""namespace Shop { [LlmEndpoint(Primary = "gpt-5.4", Fallback = "large")] public interface IDesk { [Prompt("x")] Task<string> AskAsync(); } }""");
        await _target.RunAsync(path);

        var clock = new ManualClock();
        clock.Advance(TimeSpan.FromDays(50 * 365));
        var run = await _target.RunAsync(clock, path, "--check");

        Assert.Equal((0, "", ""), (run.Code, run.Out, run.Error));
    }
}
