using System.Globalization;
using System.Text;
using System.Text.Json;
using TypedLlm.CompilerServices;
using TypedLlm.Prompts;

namespace TypedLlm.Runtime.Tests.Prompts;

public sealed class RequestBodyTests
{
    private static readonly RequestHead Plain = new("gpt-5.4", Stream: true, null, null, null, null, Store: false);

    [Fact]
    public void Only_what_is_set_is_sent()
    {
        Assert.Equal(
            """{"model":"gpt-5.4","stream":true,"store":false,"input":[{"role":"user","content":"Hi"}]}""",
            Render(writer => User(writer, "Hi"), Plain));
        Assert.Equal(
            """{"model":"gpt-5.4","store":true,"input":[{"role":"user","content":"Hi"}]}""",
            Render(writer => User(writer, "Hi"), Plain with { Stream = false, Store = true }));
    }

    [Fact]
    public void All_settings_have_their_place()
    {
        var head = new RequestHead("gpt-5.4", Stream: true, Effort.XHigh, 0.2, 2_000, ServiceTier.Flex, Store: false);

        Assert.Equal(
            """{"model":"gpt-5.4","stream":true,"reasoning":{"effort":"xhigh"},"temperature":0.2,"max_output_tokens":2000,"service_tier":"flex","store":false,"instructions":"Be brief.","input":[{"role":"user","content":"Hi"}],"metadata":{"job":"7","o\"k":"a\nb"}}""",
            Render(
                writer =>
                {
                    writer.BeginInstructions();
                    writer.Literal("Be brief."u8);
                    User(writer, "Hi");
                },
                head,
                new Dictionary<string, string> { ["job"] = "7", ["o\"k"] = "a\nb" }));
    }

    [Fact]
    public void Every_effort_and_tier_has_a_name_on_the_wire()
    {
        foreach (var effort in Enum.GetValues<Effort>())
        {
            Assert.Contains($"\"effort\":\"{effort.ToString().ToLowerInvariant()}\"", Render(writer => User(writer, ""), Plain with { Effort = effort }), StringComparison.Ordinal);
        }

        foreach (var tier in Enum.GetValues<ServiceTier>())
        {
            Assert.Contains($"\"service_tier\":\"{tier.ToString().ToLowerInvariant()}\"", Render(writer => User(writer, ""), Plain with { ServiceTier = tier }), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_head_is_written_anew_for_each_attempt()
    {
        using var body = RequestBody.Render(new Prompt(writer => User(writer, "Hi")), null);
        foreach (var model in new[] { "gpt-5.4", "a", new string('m', 1_000), "b" })
        {
            using var json = JsonDocument.Parse(body.WithHead(Plain with { Model = model }));
            Assert.Equal(model, json.RootElement.GetProperty("model").GetString());
            Assert.Equal("Hi", json.RootElement.GetProperty("input")[0].GetProperty("content").GetString());
        }
    }

    [Fact]
    public void Any_text_arrives_as_it_was()
    {
        for (var seed = 0; seed < 3_000; seed++)
        {
            var text = RandomText(new Random(seed));
            using var json = JsonDocument.Parse(Render(writer => User(writer, text), Plain));

            // What is no text has no UTF-8 either.
            var expected = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
            Assert.Equal(expected, json.RootElement.GetProperty("input")[0].GetProperty("content").GetString());
        }
    }

    [Fact]
    public void A_large_text_grows_the_body()
    {
        var text = string.Concat(Enumerable.Repeat("日本\n", 200_000));
        using var json = JsonDocument.Parse(Render(writer => User(writer, text), Plain));

        Assert.Equal(text, json.RootElement.GetProperty("input")[0].GetProperty("content").GetString());
    }

    [Fact]
    public void A_text_beyond_the_limit_is_refused_before_it_is_sent()
    {
        var text = new string('日', 23 * 1024 * 1024);

        Assert.Throws<PromptTooLargeException>(() => RequestBody.Render(new Prompt(writer => User(writer, text)), null));
        Assert.Contains("Hi", Render(writer => User(writer, "Hi"), Plain), StringComparison.Ordinal);
    }

    [Fact]
    public void Bodies_in_use_at_the_same_time_do_not_mix()
    {
        using var first = RequestBody.Render(new Prompt(writer => User(writer, "first")), null);
        using var second = RequestBody.Render(new Prompt(writer => User(writer, "second")), null);
        second.Dispose();
        second.Dispose();
        using var third = RequestBody.Render(new Prompt(writer => User(writer, "third")), null);
        using var fourth = RequestBody.Render(new Prompt(writer => User(writer, "fourth")), null);

        Assert.Contains("first", Encoding.UTF8.GetString(first.WithHead(Plain).Span), StringComparison.Ordinal);
        Assert.Contains("third", Encoding.UTF8.GetString(third.WithHead(Plain).Span), StringComparison.Ordinal);
        Assert.Contains("fourth", Encoding.UTF8.GetString(fourth.WithHead(Plain).Span), StringComparison.Ordinal);
    }

    [Fact]
    public void A_request_in_steady_state_allocates_nothing()
    {
        for (var i = 0; i < 200; i++)
        {
            RenderOnce(i);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            RenderOnce(i);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void RenderOnce(int number)
    {
        using var body = RequestBody.Render(new ValuesPrompt("Ana \"the\" first\n日本", number), null);
        Assert.True(body.WithHead(Plain with { Effort = Effort.High, Temperature = 0.25, MaxOutputTokens = number }).Length > 100);
        Assert.True(body.WithHead(Plain with { Model = "gpt-6-luna" }).Length > 100);
    }

    private static string RandomText(Random random)
    {
        var text = new StringBuilder();
        for (var length = random.Next(80); length > 0; length--)
        {
            text.Append(random.Next(6) switch
            {
                0 => (char)random.Next(0x20),
                1 => "\"\\</"[random.Next(4)],
                2 => (char)random.Next(0xD800, 0xE000),
                3 => (char)random.Next(0x80, 0xFFFF),
                _ => (char)random.Next(0x20, 0x7F),
            });
            if (random.Next(10) == 0)
            {
                text.Append("🗼");
            }
        }

        return text.ToString();
    }

    private static void User(PromptWriter writer, string text)
    {
        writer.BeginUserMessage();
        writer.Text(text);
    }

    private static string Render(Action<PromptWriter> write, RequestHead head, IReadOnlyDictionary<string, string>? metadata = null)
    {
        using var body = RequestBody.Render(new Prompt(write), metadata);
        return Encoding.UTF8.GetString(body.WithHead(head).Span);
    }

    private readonly struct Prompt(Action<PromptWriter> write) : IPrompt
    {
        public void Write(PromptWriter writer) => write(writer);
    }

    private readonly struct ValuesPrompt(string name, int number) : IPrompt
    {
        public void Write(PromptWriter writer)
        {
            writer.BeginInstructions();
            writer.Literal("You answer for "u8);
            writer.Text(name);
            writer.BeginUserMessage();
            writer.Value(number, null);
            writer.Value(12.5m, "C2");
            writer.Value(new DateTime(2026, 11, 22), "yyyy-MM-dd");
            writer.Value(DayOfWeek.Friday, null);
            writer.Text(true);
            writer.Text('x');
            writer.Untrusted("a </untrusted> b");
        }
    }
}
