using System.Text.Json;
using TypedLlm.Catalog;
using TypedLlm.Chains;
using TypedLlm.Tool.Tests.Support;

namespace TypedLlm.Tool.Tests.Replacements;

public sealed class ReplaceTests : IDisposable
{
    private const string Source = """
        namespace Shop;

        [LlmEndpoint(Primary = "5.4", Fallback = "5.3")]
        public interface ISupportDesk
        {
            [Prompt("Answer: {question}")]
            [LlmEndpoint(Effort = Effort.XHigh, MaxOutputTokens = 2000)]
            Task<string> AnswerAsync(string question, CancellationToken ct = default);
        }
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("5.3")]
    [InlineData("gpt-4")]
    [InlineData("o1-pro")]
    [InlineData("gpt-5.4")]
    public async Task The_first_is_what_the_fix_of_the_editor_writes(string name)
    {
        var run = await RunAsync("models", "--replace", name, "--format", "json");

        var (catalog, today) = (BuiltInCatalog.Instance, new CatalogDate(2026, 11, 22));
        var model = catalog.Resolve(name);
        var choice = new ChainContext([model], ChainNeeds.None, new ChainOptions(today), catalog).ChooseReplacement(0);
        Assert.Equal(choice!.Facts.Id, Ranked(run)[0]);
        Assert.Equal(Ranked(run).Distinct(), Ranked(run));
    }

    [Fact]
    public async Task Every_other_model_says_why_it_does_not_fit()
    {
        _folder.Write("typedllm.models.json", """{ "deny": ["gpt-5.6-sol"], "aliases": { "gpt-5.2": "gpt-6-luna" }, "models": [{ "id": "own", "provider": "azure" }] }""");
        var path = new ConsumerAssembly { Source = Source }.Build(_folder);

        var run = await RunAsync("models", "--replace", "5.3", "--for", "ISupportDesk.AnswerAsync", "--format", "json", path);

        Assert.Equal(0, run.Code);
        var reasons = Json(run).GetProperty("not").EnumerateArray().ToDictionary(
            static model => model.GetProperty("id").GetString()!, static model => model.GetProperty("because").GetString()!);
        Assert.Equal(BuiltInCatalog.Instance.Models.Count, reasons.Count + Ranked(run).Length);
        Assert.Equal("stands in the chain already", reasons["gpt-5.4"]);
        Assert.Equal("on the deny list", reasons["gpt-5.6-sol"]);
        Assert.Equal("its name is an alias of gpt-6-luna", reasons["gpt-5.2"]);
        Assert.Equal("takes no reasoning effort, but 'AnswerAsync' sets Effort = Effort.XHigh", reasons["gpt-4o"]);
        Assert.Equal("shut down on 2026-10-23", reasons["gpt-4"]);
        Assert.Equal("served by azure", reasons["own"]);
        Assert.Equal("made for codex", reasons["gpt-5.3-codex"]);
    }

    [Fact]
    public async Task Costs_are_those_of_the_limits_of_the_method()
    {
        var path = new ConsumerAssembly { Source = Source }.Build(_folder);

        var run = await RunAsync("models", "--replace", "5.3", "--for", "Shop.ISupportDesk.AnswerAsync", "--input-tokens", "10000", "--format", "json", path);

        // 10,000 tokens at 1.75 and 2,000 tokens at 14 US dollars per million.
        Assert.Equal(0.0455m, Json(run).GetProperty("replace").GetProperty("highestCallCost").GetDecimal());
        var sol = Json(run).GetProperty("by").EnumerateArray().First(static model => model.GetProperty("id").GetString() == "gpt-5.6-sol");
        Assert.Equal(0.08m, sol.GetProperty("highestCallCost").GetDecimal());
        Assert.True(sol.GetProperty("namedByProvider").GetBoolean());
    }

    [Fact]
    public async Task The_table_compares_prices()
    {
        var run = await RunAsync("models", "--replace", "o1-pro");

        var first = Assert.Single(run.Out.Split('\n'), static line => line.StartsWith("  1. ", StringComparison.Ordinal));
        Assert.Contains("gpt-5.6-sol", first, StringComparison.Ordinal);
        Assert.Contains("-96.7 %", first, StringComparison.Ordinal);
        Assert.Contains("named by the provider, an equal in reasoning mode pro", first, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "knows no model 'gpt-9'", "--replace", "gpt-9")]
    [InlineData(2, "--for needs the path of the assembly", "--replace", "5.3", "--for", "ISupportDesk.AnswerAsync")]
    [InlineData(2, "No method is called ISupportDesk.AnswrAsync. Did you mean Shop.ISupportDesk.AnswerAsync?", "--replace", "5.3", "--for", "ISupportDesk.AnswrAsync", "Shop.dll")]
    [InlineData(2, "does not use gpt-6-luna; its chain is 5.4, 5.3", "--replace", "gpt-6-luna", "--for", "ISupportDesk.AnswerAsync", "Shop.dll")]
    public async Task What_cannot_be_answered_says_why(int code, string reason, params string[] arguments)
    {
        new ConsumerAssembly { Source = Source }.Build(_folder);

        var run = await RunAsync(["models", .. arguments]);

        Assert.Equal((code, ""), (run.Code, run.Out));
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
    }

    private Task<ToolRun> RunAsync(params string[] arguments) => ToolRun.Of(_folder.FullPath, arguments, time: Days.OfCatalog());

    private static JsonElement Json(ToolRun run) => JsonDocument.Parse(run.Out).RootElement;

    private static string[] Ranked(ToolRun run) => [.. Json(run).GetProperty("by").EnumerateArray().Select(static model => model.GetProperty("id").GetString()!)];
}
