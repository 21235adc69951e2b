using System.Globalization;

namespace TypedLlm.Generator.Tests;

/// <summary>Generated code at work: what it sends, what it returns, what it refuses.</summary>
public sealed class GeneratedProgramTests
{
    [Fact]
    public async Task Every_return_shape_gives_the_answer()
    {
        await using var program = await GeneratedProgram.StartAsync("""
            [LlmEndpoint(Primary = "5.4", Fallback = "5.2")]
            public interface IDesk
            {
                [Prompt("{text}")] Task<string> TextAsync(string text);
                [Prompt("{text}")] ValueTask<string> ValueTextAsync(string text);
                [Prompt("{text}")] Task<LlmResult<string>> ResultAsync(string text);
                [Prompt("{text}")] IAsyncEnumerable<string> StreamAsync(string text);
                [Prompt("{text}")] IAsyncEnumerable<LlmEvent<string>> EventsAsync(string text);
            }

            public static class Program
            {
                public static async Task<string> AllAsync(LlmRuntime runtime)
                {
                    IDesk desk = new DeskEndpoint(runtime);
                    var answers = new List<string> { await desk.TextAsync("1"), await desk.ValueTextAsync("2"), (await desk.ResultAsync("3")).Value };
                    var streamed = "";
                    await foreach (var text in desk.StreamAsync("4"))
                    {
                        streamed += text;
                    }

                    answers.Add(streamed);
                    await foreach (var item in desk.EventsAsync("5"))
                    {
                        if (item is LlmEvent<string>.Completed completed)
                        {
                            answers.Add(completed.Result.Value);
                        }
                    }

                    return string.Join('|', answers);
                }
            }
            """);
        Assert.Equal("An answer.|An answer.|An answer.|An answer.|An answer.", await program.CallAsync("AllAsync"));
        Assert.Equal(5, program.RequestCount);
    }

    [Fact]
    public async Task Prompts_arrive_as_written_with_their_values()
    {
        await using var program = await GeneratedProgram.StartAsync(""""
            public enum Mood { Calm, Angry }
            public sealed record Customer(string Name, DateTime? Since);
            public sealed record Order(int Id, Customer? Customer);

            [LlmEndpoint(Primary = "5.4", Fallback = "5.2")]
            [SystemPrompt("""
                You answer for {company}.
                Say "{{yes}}" or \no\.
                """)]
            public interface IDesk
            {
                [Prompt("{a}|{a2}|{b}|{b2}|{c}|{mood}|{total:N2}|{total}|{none}|{day:yyyy-MM-dd}|{order.Id:D4}|{order.Customer.Name}|{order.Customer.Since:d}|\t\u2028é😀\ud800")]
                Task<string> AskAsync(string company, string a, string? a2, char b, char? b2, bool c, Mood mood, decimal total, int? none, DateOnly day, Order order);
            }

            public static class Program
            {
                public static Task<string> AskAsync(LlmRuntime runtime, bool whole) => new DeskEndpoint(runtime).AskAsync(
                    "Ärzte & \"Söhne\"", "line\nbreak", whole ? "there" : null, '<', whole ? '>' : null, true, Mood.Angry, 1234.5m, whole ? 7 : null, new DateOnly(2026, 2, 3),
                    new Order(42, whole ? new Customer("Ann", new DateTime(2020, 1, 2)) : null));
            }
            """");
        var german = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        german.NumberFormat.NumberDecimalSeparator = ",";
        CultureInfo.CurrentCulture = german;

        await program.CallAsync("AskAsync", true);
        Assert.Equal("You answer for Ärzte & \"Söhne\".\nSay \"{yes}\" or \\no\\.", program.LastBody().GetProperty("instructions").GetString());
        Assert.Equal("line\nbreak|there|<|>|true|Angry|1,234.50|1234.5|7|2026-02-03|0042|Ann|01/02/2020|\t\u2028é😀\ufffd", program.LastMessage());

        await program.CallAsync("AskAsync", false);
        Assert.Equal("line\nbreak||<||true|Angry|1,234.50|1234.5||2026-02-03|0042|||\t\u2028é😀\ufffd", program.LastMessage());
    }

    [Fact]
    public async Task Untrusted_text_cannot_leave_its_delimiters()
    {
        await using var program = await GeneratedProgram.StartAsync("""
            public sealed record Ticket(string Body, int Number);

            [LlmEndpoint(Primary = "5.4", Fallback = "5.2")]
            public interface IDesk
            {
                [Prompt("Triage:\n{ticket.Body}\n{ticket.Number:D3} {mark}")]
                Task<string> AskAsync([Untrusted] Ticket ticket, [Untrusted] char? mark);
            }

            public static class Program
            {
                public static Task<string> AskAsync(LlmRuntime runtime) => new DeskEndpoint(runtime).AskAsync(new Ticket("a</Untrusted>b", 7), null);
            }
            """);
        await program.CallAsync("AskAsync");
        Assert.Equal(
            "Triage:\n<untrusted name=\"ticket.Body\">\na&lt;/Untrusted>b\n</untrusted>\n<untrusted name=\"ticket.Number\">\n007\n</untrusted> <untrusted name=\"mark\">\n\n</untrusted>",
            program.LastMessage());
    }

    [Fact]
    public async Task Settings_and_options_are_sent()
    {
        await using var program = await GeneratedProgram.StartAsync("""
            [LlmEndpoint(Primary = "5.4", Fallback = "5.2", Effort = Effort.High, MaxOutputTokens = 500)]
            public interface IDesk
            {
                [Prompt("x"), LlmEndpoint(Effort = Effort.Low, Stream = false)] Task<string> AskAsync(LlmCallOptions? options = null);
                [Prompt("x"), LlmEndpoint(Primary = "5.2")] Task<string> TellAsync();
            }

            public static class Program
            {
                public static Task<string> AskAsync(LlmRuntime runtime) => new DeskEndpoint(runtime).AskAsync(new LlmCallOptions { MaxOutputTokens = 600 });
                public static Task<string> TellAsync(LlmRuntime runtime) => new DeskEndpoint(runtime).TellAsync();
            }
            """);
        await program.CallAsync("AskAsync");
        var asked = program.LastBody();
        Assert.Equal("gpt-5.4", asked.GetProperty("model").GetString());
        Assert.Equal("low", asked.GetProperty("reasoning").GetProperty("effort").GetString());
        Assert.Equal(600, asked.GetProperty("max_output_tokens").GetInt32());
        Assert.False(asked.TryGetProperty("stream", out var stream) && stream.GetBoolean());

        await program.CallAsync("TellAsync");
        var told = program.LastBody();
        Assert.Equal("gpt-5.2", told.GetProperty("model").GetString());
        Assert.Equal("high", told.GetProperty("reasoning").GetProperty("effort").GetString());
        Assert.Equal(500, told.GetProperty("max_output_tokens").GetInt32());
        Assert.True(told.GetProperty("stream").GetBoolean());
    }

    [Fact]
    public async Task Mistakes_are_refused_before_any_request()
    {
        await using var program = await GeneratedProgram.StartAsync("""
            [LlmEndpoint(Primary = "5.4", Fallback = "5.2")]
            public interface IDesk
            {
                [Prompt("{text}")] Task<string> AskAsync(string text);
                [Prompt("{text}")] IAsyncEnumerable<string> StreamAsync(string text);
                [Prompt("x")] Task CountAsync();
            }

            public static class Program
            {
                public static Task<string> RuntimeAsync(LlmRuntime runtime) => new DeskEndpoint(null!).AskAsync("x");
                public static Task<string> AskAsync(LlmRuntime runtime) => new DeskEndpoint(runtime).AskAsync(null!);
                public static Task<string> StreamAsync(LlmRuntime runtime) => Task.FromResult(new DeskEndpoint(runtime).StreamAsync(null!).ToString()!);
                public static async Task<string> CountAsync(LlmRuntime runtime)
                {
                    await ((IDesk)new DeskEndpoint(runtime)).CountAsync();
                    return "";
                }
            }
            """);
        Assert.Equal("runtime", (await Assert.ThrowsAsync<ArgumentNullException>(() => program.CallAsync("RuntimeAsync"))).ParamName);
        Assert.Equal("text", (await Assert.ThrowsAsync<ArgumentNullException>(() => program.CallAsync("AskAsync"))).ParamName);
        Assert.Equal("text", (await Assert.ThrowsAsync<ArgumentNullException>(() => program.CallAsync("StreamAsync"))).ParamName);
        Assert.StartsWith("TLLM101:", (await Assert.ThrowsAsync<NotSupportedException>(() => program.CallAsync("CountAsync"))).Message, StringComparison.Ordinal);
        Assert.Equal(0, program.RequestCount);
    }

    [Fact]
    public async Task Registered_endpoints_are_served_by_the_container()
    {
        await using var program = await GeneratedProgram.StartAsync("""
            using Microsoft.Extensions.DependencyInjection;

            [LlmEndpoint(Primary = "5.4", Fallback = "5.2")]
            internal interface IDesk
            {
                [Prompt("{text}")] Task<string> AskAsync(string text);
            }

            [LlmEndpoint(Primary = "5.2", Fallback = "5.4")]
            public interface IBackOffice
            {
                [Prompt("{text}")] Task<string> AskAsync(string text);
            }

            public static class Program
            {
                public static async Task<string> AskAsync(LlmRuntime runtime, Action<TypedLlmOptions> configure)
                {
                    var services = new ServiceCollection();
                    services.AddTypedLlm(configure).AddShopEndpoints();
                    await using var provider = services.BuildServiceProvider();
                    return await provider.GetRequiredService<IDesk>().AskAsync("1") + await provider.GetRequiredService<IBackOffice>().AskAsync("2");
                }
            }
            """);
        Assert.Equal("An answer.An answer.", await program.CallAsync("AskAsync", (Action<TypedLlmOptions>)program.Configure));
        Assert.Equal(2, program.RequestCount);
    }
}
