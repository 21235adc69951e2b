using System.Reflection;
using System.Text.Json;
using TypedLlm.CompilerServices;
using TypedLlm.TestKit;

namespace TypedLlm.Generator.Tests;

/// <summary>What is emitted for tools that read the assembly. Each test reads it back from a compiled assembly with another JSON reader.</summary>
public sealed class DescriptorTests
{
    [Fact]
    public void All_that_is_set_is_said_in_one_order() => Assert.Equal(
        """
        {"version":2,"endpoint":"Shop.ISupportDesk","client":"Shop.SupportDeskEndpoint","methods":[{"name":"AnswerAsync","returns":"stream","chain":["5.4","5.3"],"stream":true,"effort":"High","temperature":0.2,"maxOutputTokens":2000,"serviceTier":"Flex","store":true,"timeoutMs":60000,"firstContentTimeoutMs":5000,"idleTimeoutMs":4000,"onInterrupted":"Restart","maxAttempts":5,"maxFallbackPriceRatio":2.5,"noFallback":"reason","workload":"Bulk","parameters":[{"name":"company","type":"string","role":"value"},{"name":"total","type":"decimal?","role":"value"},{"name":"note","type":"string?","role":"value"},{"name":"options","type":"TypedLlm.LlmCallOptions?","role":"options"},{"name":"ct","type":"System.Threading.CancellationToken","role":"cancellationToken"}],"instructions":["You answer for ",{"value":"company"},". Be brief."],"prompt":["Due: ",{"value":"total","format":"C2"},"\n<untrusted name=\"note\">\n",{"untrusted":"note"},"\n</untrusted>"]}]}
        """,
        Json("""
        [LlmEndpoint(Primary = "5.4", Fallback = "5.3", Stream = true, Effort = Effort.High, Temperature = 0.2, MaxOutputTokens = 2_000,
            ServiceTier = ServiceTier.Flex, Store = true, TimeoutMs = 60000, FirstContentTimeoutMs = 5000, IdleTimeoutMs = 4000,
            OnInterrupted = InterruptedStream.Restart, MaxAttempts = 5, MaxFallbackPriceRatio = 2.5, NoFallback = "reason", Workload = Workload.Bulk)]
        [SystemPrompt("You answer for {company}. Be brief.")]
        public interface ISupportDesk
        {
            [Prompt("Due: {total:C2}\n{note}")]
            IAsyncEnumerable<string> AnswerAsync(string company, decimal? total, [Untrusted] string? note, LlmCallOptions? options = null, CancellationToken ct = default);
        }
        """));

    [Fact]
    public void What_is_not_set_is_left_out() => Assert.Equal(
        """{"version":2,"endpoint":"Shop.IDesk","client":"Shop.DeskEndpoint","methods":[{"name":"AskAsync","returns":"task","chain":[],"parameters":[],"prompt":["x"]}]}""",
        Json("""[LlmEndpoint] public interface IDesk { [Prompt("x")] Task<string> AskAsync(); }"""));

    [Fact]
    public void Each_way_of_returning_has_its_word()
    {
        var methods = Methods("""
            [LlmEndpoint(Primary = "5.4")]
            public interface IDesk
            {
                [Prompt("x")] Task<string> A();
                [Prompt("x")] ValueTask<string> B();
                [Prompt("x")] Task<LlmResult<string>> C();
                [Prompt("x")] IAsyncEnumerable<string> D();
                [Prompt("x")] IAsyncEnumerable<LlmEvent<string>> E();
            }
            """);
        Assert.Equal(["task", "valueTask", "result", "stream", "eventStream"], methods.Select(method => method.GetProperty("returns").GetString()));
    }

    [Fact]
    public void A_method_that_cannot_be_emitted_is_left_out_and_its_endpoint_stays()
    {
        var source = """
            [LlmEndpoint(Primary = "5.4")]
            public interface IDesk
            {
                Task<string> NoPromptAsync();
                int Count { get; }
            }
            """;
        Assert.Equal("""{"version":2,"endpoint":"Shop.IDesk","client":"Shop.DeskEndpoint","methods":[]}""", Json(source));
    }

    [Fact]
    public void Overloads_stand_one_after_the_other()
    {
        var methods = Methods("""
            [LlmEndpoint(Primary = "5.4")]
            public interface IDesk
            {
                [Prompt("{a}")] Task<string> AskAsync(string a);
                [Prompt("{a}")] Task<string> AskAsync(int a);
            }
            """);
        Assert.Equal(["AskAsync string", "AskAsync int"], methods.Select(method => $"{method.GetProperty("name").GetString()} {method.GetProperty("parameters")[0].GetProperty("type").GetString()}"));
    }

    [Fact]
    public void A_named_chain_is_resolved()
    {
        var run = Harness.Run(Sources.WithUsings("""
            [assembly: LlmChain("support", Primary = "5.4", Fallbacks = new[] { "4.1", "4o" })]

            namespace Shop
            {
                [LlmEndpoint(Chain = "support")]
                public interface IDesk { [Prompt("x")] Task<string> AskAsync(); }
            }
            """));
        Assert.Equal(["5.4", "4.1", "4o"], Texts(Assert.Single(Methods(run)).GetProperty("chain")));
    }

    [Fact]
    public void Names_are_said_as_people_read_them()
    {
        var run = Harness.Run(Sources.WithUsings("""
            namespace @event.@class
            {
                public static class Outer
                {
                    public sealed record Order(int @event, Order? Next);

                    [LlmEndpoint(Primary = "5.4")]
                    public interface @interface
                    {
                        [Prompt("{class} {Write} {order.Next.event:D2}")] Task<string> @void(string @class, string Write, Order? order);
                    }
                }
            }
            """));
        var endpoint = Parse(Assert.Single(Descriptors(run)));
        Assert.Equal("event.class.Outer.interface", endpoint.GetProperty("endpoint").GetString());
        Assert.Equal("event.class.Outer_interfaceEndpoint", endpoint.GetProperty("client").GetString());
        var method = Assert.Single(endpoint.GetProperty("methods").EnumerateArray());
        Assert.Equal("void", method.GetProperty("name").GetString());
        Assert.Equal("class string, Write string, order event.class.Outer.Order?", string.Join(", ", method.GetProperty("parameters").EnumerateArray()
            .Select(parameter => $"{parameter.GetProperty("name").GetString()} {parameter.GetProperty("type").GetString()}")));
        Assert.Equal("""[{"value":"class"}," ",{"value":"Write"}," ",{"value":"order.Next.event","format":"D2"}]""", method.GetProperty("prompt").GetRawText());
    }

    [Fact]
    public void The_client_that_is_named_exists()
    {
        var assembly = Harness.Run(Sources.WithUsings("""
            public static class Outer { [LlmEndpoint(Primary = "5.4")] public interface IDesk { [Prompt("x")] Task<string> AskAsync(); } }
            """)).Load();
        var descriptor = Assert.Single(assembly.GetCustomAttributes<LlmEndpointDescriptorAttribute>());
        Assert.NotNull(assembly.GetType(Parse(descriptor.Json).GetProperty("client").GetString()!));
    }

    [Theory]
    [InlineData("\"\"\" \"\" \" \\ \\\" \\\\ \\u0041 \\")]
    [InlineData("\"")]
    [InlineData("\0\u0001\u001f\u007f\u0080\u0085\u00a0\u2028\u2029\ufeff\uffff\b\f\t\r\n")]
    [InlineData("é 世界 😀 \u202e \u200f $ @ % ' ` /* // */ #if {{x}} <b>&amp;")]
    [InlineData("]}}\"}}],\"version\":2")]
    public void Hostile_text_comes_back_as_it_was(string text)
    {
        var literal = Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(text, quote: true);
        var method = Assert.Single(Methods($$"""
            [LlmEndpoint(Primary = {{literal}}, NoFallback = {{literal}})]
            [SystemPrompt({{literal}})]
            public interface IDesk { [Prompt("x " + {{literal}})] Task<string> AskAsync(); }
            """));
        Assert.Equal([text], Texts(method.GetProperty("chain")));
        Assert.Equal(text, method.GetProperty("noFallback").GetString());
        Assert.Equal([text.Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal)], Texts(method.GetProperty("instructions")));
    }

    [Fact]
    public void Half_a_character_becomes_what_is_sent_for_it()
    {
        var method = Assert.Single(Methods("""
            [LlmEndpoint(Primary = "5.4")]
            public interface IDesk { [Prompt("a\ud800b\udc00c\ud83d\ude00\ud83d")] Task<string> AskAsync(); }
            """));
        Assert.Equal(["a\ufffdb\ufffdc😀\ufffd"], Texts(method.GetProperty("prompt")));
    }

    [Fact]
    public void Prompts_of_files_are_in_it_however_long()
    {
        var text = string.Join('\n', Enumerable.Range(0, 10_000).Select(line => $"Rule {line}: an \"answer\" is never longer than it must be. \\ 世界"));
        var run = Harness.Generator.Run(
            GeneratorHarness.Compile("Shop", [Sources.InShop("""
                [LlmEndpoint(Primary = "5.4")]
                [SystemPromptFile("Prompts/rules.md")]
                public interface IDesk { [PromptFile("Prompts/ask.md")] Task<string> AskAsync([Untrusted] DateTime day); }
                """)]),
            options: null,
            new TextFile("/shop/Prompts/rules.md", text),
            new TextFile("/shop/Prompts/ask.md", "On {day:yyyy-MM-dd}\n"));
        var method = Assert.Single(Methods(run));
        Assert.Equal([text], Texts(method.GetProperty("instructions")));
        Assert.Equal("""{"untrusted":"day","format":"yyyy-MM-dd"}""", method.GetProperty("prompt")[1].GetRawText());
    }

    [Fact]
    public void A_typed_answer_names_its_form_and_the_format_with_its_schema()
    {
        var run = Harness.Run(Sources.InShop("""
            public enum Mood { Good, Bad }

            [LlmEndpoint(Primary = "5.4")]
            public interface IDesk
            {
                [Prompt("x")] Task<Mood> OneAsync();
                [Prompt("x")] Task<LlmResult<Mood>> ResultAsync();
                [Prompt("x")] IAsyncEnumerable<Mood> ListAsync();
                [Prompt("x")] IAsyncEnumerable<LlmEvent<Mood>> WatchAsync();
            }
            """));

        const string Whole = """{"type":"Shop.Mood","format":"Shop_Mood__Format"}""";
        const string Elements = """{"type":"Shop.Mood","format":"Shop_Mood__Elements"}""";
        Assert.Equal(
            [("task", Whole), ("result", Whole), ("stream", Elements), ("eventStream", Whole)],
            Methods(run).Select(method => (method.GetProperty("returns").GetString()!, method.GetProperty("answer").GetRawText())));

        const string Values = """{"type":"string","enum":["Good","Bad"]}""";
        Assert.Equal(
            [
                ("Shop_Mood__Elements", Format("items", $$"""{"type":"array","items":{{Values}}}""")),
                ("Shop_Mood__Format", Format("value", Values)),
            ],
            run.Load().GetCustomAttributes<LlmAnswerDescriptorAttribute>().Select(answer => (answer.Format, answer.Json)).Order());
    }

    [Fact]
    public void Each_endpoint_has_one()
    {
        var run = Harness.Run(Sources.InShop("""
            [LlmEndpoint(Primary = "5.4")] public interface IDesk { [Prompt("x")] Task<string> AskAsync(); }
            [LlmEndpoint(Primary = "5.4")] public interface ITable { [Prompt("x")] Task<string> AskAsync(); }
            """));
        Assert.Equal(["Shop.IDesk", "Shop.ITable"], Descriptors(run).Select(json => Parse(json).GetProperty("endpoint").GetString()).Order(StringComparer.Ordinal));
    }

    private static string Format(string property, string schema) =>
        $$$"""{"type":"json_schema","name":"Mood","schema":{"type":"object","properties":{"{{{property}}}":{{{schema}}}},"required":["{{{property}}}"],"additionalProperties":false},"strict":true}""";

    private static string Json(string source) => Assert.Single(Descriptors(Harness.Run(Sources.InShop(source))));

    private static List<JsonElement> Methods(string source) => Methods(Harness.Run(Sources.InShop(source)));

    private static List<JsonElement> Methods(GeneratorRun run) => [.. Parse(Assert.Single(Descriptors(run))).GetProperty("methods").EnumerateArray()];

    private static IEnumerable<string> Texts(JsonElement array) => array.EnumerateArray().Select(item => item.GetString()!);

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;

    private static IEnumerable<string> Descriptors(GeneratorRun run) => run.Load().GetCustomAttributes<LlmEndpointDescriptorAttribute>().Select(attribute => attribute.Json);
}
