using TypedLlm.Simulator;

namespace TypedLlm.Generator.Tests.AnswerTypes;

/// <summary>Generated partials, from the declaration to what is seen while an answer arrives over HTTP.</summary>
public sealed class PartialTests
{
    private const string Source = """
        using System.Linq;

        public enum Kind { Goods, Service }

        public sealed partial record Invoice(
            string Number,
            decimal Total,
            [property: System.Text.Json.Serialization.JsonPropertyName("due")] DateOnly? DueOn,
            Kind Kind,
            Address Seller,
            Address? Buyer,
            IReadOnlyList<Line> Lines,
            string[] Notes,
            List<int> Codes,
            Dictionary<string, decimal> Taxes,
            [property: StreamAtomic] string Iban,
            [property: StreamAtomic] List<Line> Extras,
            Money Money);

        public partial class Address
        {
            public required string City { get; init; }
            public Address? Before { get; set; }
        }

        public partial record struct Line(string Text, decimal Price);

        public sealed record Money(decimal Amount, string Currency);

        [LlmEndpoint(Primary = "gpt-5.4", Fallback = "gpt-5.6-sol", OnInterrupted = InterruptedStream.Restart)]
        public interface IDesk
        {
            [Prompt("Extract: {text}")]
            IAsyncEnumerable<LlmEvent<Invoice>> WatchAsync(string text);

            [Prompt("Extract: {text}")]
            IAsyncEnumerable<LlmEvent<List<Line>>> WatchLinesAsync(string text);

            [Prompt("Extract: {text}")]
            IAsyncEnumerable<LlmEvent<string[]>> WatchWordsAsync(string text);

            [Prompt("Extract: {text}")]
            IAsyncEnumerable<LlmEvent<List<int?>>> WatchNumbersAsync(string text);

            [Prompt("Extract: {text}")]
            IAsyncEnumerable<LlmEvent<string?[]>> WatchGapsAsync(string text);

            [Prompt("Extract: {text}")]
            IAsyncEnumerable<LlmEvent<Money>> WatchMoneyAsync(string text);
        }

        public static class Program
        {
            public static string Show(string json) => Render(new Invoice.Partial(json));

            public static async Task<string> Watch(LlmRuntime runtime)
            {
                var seen = new List<string>();
                Invoice.Partial? stale = null;
                await foreach (var item in new DeskEndpoint(runtime).WatchAsync("t"))
                {
                    switch (item)
                    {
                        case LlmEvent<Invoice>.Partial partial:
                            seen.Add(partial.AsPartial().Number ?? "-");
                            stale = partial.AsPartial();
                            break;
                        case LlmEvent<Invoice>.Restarted:
                            seen.Add("restarted");
                            break;
                        case LlmEvent<Invoice>.Started when stale is { } old:
                            try
                            {
                                seen.Add(old.Number ?? "-");
                            }
                            catch (InvalidOperationException exception)
                            {
                                seen.Add(exception.Message);
                            }

                            break;
                        case LlmEvent<Invoice>.Completed completed:
                            seen.Add("=" + completed.Result.Value.Number);
                            break;
                    }
                }

                return string.Join("|", seen);
            }

            public static async Task<string> Lines(LlmRuntime runtime)
            {
                var seen = new List<string>();
                await foreach (var item in new DeskEndpoint(runtime).WatchLinesAsync("t"))
                {
                    if (item is LlmEvent<List<Line>>.Partial partial)
                    {
                        seen.Add(string.Join(",", partial.AsPartial().Select(line => line.Text + ":" + line.Price)));
                    }
                }

                return string.Join("|", seen.Distinct());
            }

            public static async Task<string> Words(LlmRuntime runtime)
            {
                var seen = new List<string>();
                await foreach (var item in new DeskEndpoint(runtime).WatchWordsAsync("t"))
                {
                    if (item is LlmEvent<string[]>.Partial partial)
                    {
                        var words = partial.AsPartial();
                        seen.Add(string.Join(",", words) + "/" + words.DoneCount);
                    }
                }

                return string.Join("|", seen.Distinct());
            }

            public static async Task<string> Numbers(LlmRuntime runtime)
            {
                var seen = new List<string>();
                await foreach (var item in new DeskEndpoint(runtime).WatchNumbersAsync("t"))
                {
                    if (item is LlmEvent<List<int?>>.Partial partial)
                    {
                        seen.Add(string.Join(",", partial.AsPartial().Select(number => number is null ? "null" : FormattableString.Invariant($"{number}"))));
                    }
                }

                return string.Join("|", seen.Distinct());
            }

            public static async Task<string> Money(LlmRuntime runtime)
            {
                var text = "";
                await foreach (var item in new DeskEndpoint(runtime).WatchMoneyAsync("t"))
                {
                    text += item is LlmEvent<Money>.Delta delta ? delta.Text : "";
                }

                return text;
            }

            private static string Render(Invoice.Partial invoice)
            {
                var states = invoice.States();
                return FormattableString.Invariant($"{invoice.Number}/{states.Number} {invoice.Total}/{states.Total} {invoice.DueOn:O}/{states.DueOn} {invoice.Kind} ")
                    + FormattableString.Invariant($"{invoice.Seller.City}/{invoice.Seller.State()} {invoice.Seller.Before?.City} {invoice.Buyer?.City}/{states.Buyer} ")
                    + $"[{string.Join(",", invoice.Lines.Select(line => FormattableString.Invariant($"{line.Text}:{line.Price}")))}]{invoice.Lines.DoneCount} "
                    + $"[{string.Join(",", invoice.Notes)}]{invoice.Notes.Count} [{string.Join(",", invoice.Codes)}]{invoice.Codes.Count} "
                    + $"[{string.Join(",", invoice.Taxes.Select(tax => FormattableString.Invariant($"{tax.Key}={tax.Value}")))}] "
                    + $"{invoice.Iban} {invoice.Extras?.Count} {invoice.Money?.Currency} {invoice.State()}";
            }
        }
        """;

    private const string Head = """{"Number":"A-1","Total":12.5,"due":null,"Kind":"Service",""";
    private const string Seller = Head + "\"Seller\":{\"City\":\"Bonn\",\"Before\":{\"City\":\"K";

    private static readonly Lazy<System.Reflection.Assembly> Program = new(() => Harness.Run(Sources.InShop(Source)).Load());

    [Theory]
    [InlineData("", "/Pending /Pending /Pending  /Pending  /Pending []0 []0 []0 []    Pending")]
    [InlineData("{\"Number\":\"A\\u00", "A/Growing /Pending /Pending  /Pending  /Pending []0 []0 []0 []    Growing")]
    [InlineData("{\"Number\":\"A-1\",\"Total\":12", "A-1/Done /Growing /Pending  /Pending  /Pending []0 []0 []0 []    Growing")]
    [InlineData(Head, "A-1/Done 12.5/Done /Done Service /Pending  /Pending []0 []0 []0 []    Growing")]
    [InlineData("{\"Kind\":\"Other\",\"Total\":\"12\",\"due\":\"2026-02-3", "/Pending /Done /Growing  /Pending  /Pending []0 []0 []0 []    Growing")]
    [InlineData(Seller, "A-1/Done 12.5/Done /Done Service Bonn/Growing K /Pending []0 []0 []0 []    Growing")]
    [InlineData("{\"Buyer\":null,\"Lines\":[{\"Text\":\"Che\"},{\"Price\":1.5,\"Text\":\"Te", "/Pending /Pending /Pending  /Pending  /Done [Che:,Te:1.5]1 []0 []0 []    Growing")]
    [InlineData("{\"Buyer\":{\"City\":\"Ul\"},\"Notes\":[\"a\",\"", "/Pending /Pending /Pending  /Pending  Ul/Done []0 [a,]2 []0 []    Growing")]
    [InlineData("{\"Codes\":[1,20,3", "/Pending /Pending /Pending  /Pending  /Pending []0 []0 [1,20]2 []    Growing")]
    [InlineData("{\"Codes\":[1,\"x\",3]", "/Pending /Pending /Pending  /Pending  /Pending []0 []0 [1]1 []    Growing")]
    [InlineData("{\"Taxes\":[{\"key\":\"A\",\"value\":1},{\"value\":2,\"key\":\"B\"},{\"key\":\"C\",\"value\":3", "/Pending /Pending /Pending  /Pending  /Pending []0 []0 []0 [A=1,B=2]    Growing")]
    [InlineData("{\"Taxes\":{\"A\":1,\"B\":2.5}", "/Pending /Pending /Pending  /Pending  /Pending []0 []0 []0 [A=1,B=2.5]    Growing")]
    [InlineData("{\"Iban\":\"DE\",\"Extras\":[{\"Text\":\"a\",\"Price\":1}],\"Money\":{\"Amount\":1,\"Currency\":\"EUR\"}}", "/Pending /Pending /Pending  /Pending  /Pending []0 []0 []0 [] DE 1 EUR Done")]
    [InlineData("{\"Iban\":\"DE", "/Pending /Pending /Pending  /Pending  /Pending []0 []0 []0 []    Growing")]
    [InlineData("{\"Extras\":[{\"Text\":\"a\",\"Price\":1}", "/Pending /Pending /Pending  /Pending  /Pending []0 []0 []0 []    Growing")]
    public void What_has_arrived_is_shown(string json, string expected) =>
        Assert.Equal(expected, Program.Value.GetType("Shop.Program", throwOnError: true)!.GetMethod("Show")!.Invoke(null, [json]));

    [Theory]
    [InlineData("Lines", """{"items":[{"Text":"a","Price":1},{"Text":"bc","Price":2}]}""", "|:|a:|a:1|a:1,:|a:1,b:|a:1,bc:|a:1,bc:2")]
    [InlineData("Words", """{"items":["a","bc"]}""", "/0|a/0|a/1|a,/1|a,b/1|a,bc/1|a,bc/2")]
    [InlineData("Words", """["a","bc"]""", "/0|a/0|a/1|a,/1|a,b/1|a,bc/1|a,bc/2")]
    [InlineData("Numbers", """{"items":[1,null]}""", "|1|1,null")]
    [InlineData("Money", """{"Amount":1,"Currency":"EUR"}""", """{"Amount":1,"Currency":"EUR"}""")]
    public async Task An_answer_is_seen_while_it_arrives(string method, string answer, string expected)
    {
        await using var program = await GeneratedProgram.StartAsync(Source);
        program.Service.Scripts.ForAnyModel.Always(Simulator.Answers.Deltas([.. answer.Select(character => character.ToString())]));

        Assert.Equal(expected, await program.CallAsync(method));
    }

    [Fact]
    public async Task After_a_restart_a_partial_begins_again_and_the_old_one_says_so()
    {
        const string Invoice = """{"Number":"A-1","Total":1,"due":null,"Kind":"Goods","Seller":{"City":"Bonn"},"Buyer":null,"Lines":[],"Notes":[],"Codes":[],"Taxes":[],"Iban":"","Extras":[],"Money":{"Amount":1,"Currency":"EUR"}}""";
        var answer = Simulator.Answers.Deltas("{\"Number\":\"A", "-1", "\",\"To", Invoice["{\"Number\":\"A-1\",\"To".Length..]);
        await using var program = await GeneratedProgram.StartAsync(Source);
        program.Service.Scripts.ForAnyModel.On(1, answer with { Break = new BreakScript(BreakPoint.AfterDeltas, BreakKind.Reset, 2) }).Always(answer);

        Assert.Equal(
            "A|A-1|restarted|The partial is of an answer that was given up; a partial is valid until the next one is asked for.|A|A-1|A-1|A-1|=A-1",
            await program.CallAsync("Watch"));
    }

    [Fact]
    public void A_partial_is_emitted_once() => Assert.Equal(
        ["TypedLlm.Generated.Shop_Address__Partial.g.cs", "TypedLlm.Generated.Shop_Invoice__Partial.g.cs", "TypedLlm.Generated.Shop_Line__Partial.g.cs"],
        Harness.Run(Sources.InShop(Source)).Files.Keys.Where(name => name.EndsWith("_Partial.g.cs", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
}
