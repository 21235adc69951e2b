using System.Text.Json;
using TypedLlm.Tool.Tests.Support;

namespace TypedLlm.Tool.Tests.Upgrades;

public sealed class UpgradeCommandTests : IDisposable
{
    private const string Source = """
        namespace Shop;

        [LlmEndpoint(Primary = "gpt-5.2-2025-12-11", Fallback = "6-luna")]
        public interface ISupportDesk
        {
            [Prompt("Answer: {question}")]
            Task<string> AnswerAsync(string question, CancellationToken ct = default);

            [Prompt("Sum up: {text}")]
            [LlmEndpoint(Primary = "6-luna", Fallback = "main", Temperature = 0.2, Effort = Effort.None, MaxOutputTokens = 500)]
            IAsyncEnumerable<string> SumUpAsync(string text, CancellationToken ct = default);
        }

        [LlmEndpoint(Primary = "gpt-6-luna", Fallback = "gpt-5.4")]
        public interface IOther
        {
            [Prompt("Translate: {text}")]
            Task<string> TranslateAsync(string text, CancellationToken ct = default);
        }
        """;

    private readonly TemporaryFolder _folder = new();

    public UpgradeCommandTests() =>
        new ConsumerAssembly { Source = Source, IsApp = true, Catalog = """{ "aliases": { "main": "gpt-5.2" } }""" }.Build(_folder);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Endpoints_without_methods_have_no_chain_and_that_is_said()
    {
        using var folder = new TemporaryFolder();
        var path = new ConsumerAssembly { Source = "namespace Shop;\n[LlmEndpoint(Primary = \"gpt-5.4\", Fallback = \"gpt-5.6-sol\")]\npublic interface IDesk;" }.Build(folder);

        var run = await ToolRun.Of(folder.FullPath, ["upgrade", "gpt-5.4", "gpt-5.6-sol", path]);

        Assert.Equal(2, run.Code);
        Assert.Contains("have no method that asks a model", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Uses_are_found_by_snapshot_alias_and_settings_each_with_its_edit()
    {
        _folder.Write("appsettings.Production.json", """{ "TypedLlm": { "Endpoints": { "Shop.IOther": { "Chain": ["gpt-6-luna", "5.2"] } } } }""");

        var run = await RunAsync("upgrade", "5.2", "gpt-5.4", "Shop.dll", "--env", "Production", "--env", "Test", "--format", "json");

        Assert.Equal(
            [
                """Production Shop.ISupportDesk.AnswerAsync 0: [LlmEndpoint] of Shop.ISupportDesk.AnswerAsync or its interface, or the [LlmChain] that it names: Primary = "gpt-5.4" | typedllm.models.json: "aliases": { "gpt-5.2-2025-12-11": "gpt-5.4" }""",
                """Production Shop.ISupportDesk.SumUpAsync 1: typedllm.models.json: "aliases": { "main": "gpt-5.4" }""",
                """Production Shop.IOther.TranslateAsync 1: settings: TypedLlm:Endpoints:Shop.IOther:Chain:1 = "gpt-5.4" | typedllm.models.json: "aliases": { "5.2": "gpt-5.4" }""",
                """Test Shop.ISupportDesk.AnswerAsync 0: [LlmEndpoint] of Shop.ISupportDesk.AnswerAsync or its interface, or the [LlmChain] that it names: Primary = "gpt-5.4" | typedllm.models.json: "aliases": { "gpt-5.2-2025-12-11": "gpt-5.4" }""",
                """Test Shop.ISupportDesk.SumUpAsync 1: typedllm.models.json: "aliases": { "main": "gpt-5.4" }""",
            ],
            Methods(run).Select(static method =>
                $"{Text(method, "environment")} {Text(method, "method")} {method.GetProperty("place")}: "
                + string.Join(" | ", method.GetProperty("edits").EnumerateArray().Select(static edit => $"{Text(edit, "where")}: {Text(edit, "text")}"))));
        Assert.Equal(0, run.Code);
    }

    [Fact]
    public async Task What_changes_is_told_of_the_model_and_of_each_method()
    {
        var run = await RunAsync("upgrade", "gpt-5.2", "gpt-6.2-astra", "Shop.dll", "--format", "json");

        Assert.Equal((1, 1), (run.Code, Json(run).GetProperty("version").GetInt32()));
        var differences = Json(run).GetProperty("differences").EnumerateArray().ToDictionary(
            static row => Text(row, "what"), static row => $"{Text(row, "old")} > {Text(row, "new")} {Text(row, "change")}".TrimEnd());
        Assert.Equal("14.00 > 40.00 +185.7 %", differences["output, $/1M"]);
        Assert.Equal("1.75 > 8.00 +357.1 %", differences["input, $/1M"]);
        Assert.Equal("400,000 > 1,050,000 +162.5 %", differences["context window"]);
        Assert.DoesNotContain("longest output", differences.Keys);
        var (answer, sumUp) = (Methods(run)[0], Methods(run)[1]);
        Assert.True(answer.GetProperty("canServe").GetBoolean());
        Assert.Contains("no effort is set, and the default goes from unknown to medium", Texts(answer, "parameters"));
        Assert.False(sumUp.GetProperty("canServe").GetBoolean());
        Assert.Contains(Texts(sumUp, "parameters"), static text => text.StartsWith("'SumUpAsync' sets Effort = Effort.None, but gpt-6.2-astra takes only the efforts", StringComparison.Ordinal));
        Assert.Contains("TLLM012", sumUp.GetProperty("findings").EnumerateArray().Select(static finding => Text(finding, "rule")));
    }

    [Fact]
    public async Task A_model_that_stands_in_the_chain_already_cannot_serve()
    {
        var run = await RunAsync("upgrade", "gpt-5.2", "6-luna", "Shop.dll");

        Assert.Equal(1, run.Code);
        Assert.Contains("Shop.ISupportDesk.SumUpAsync: fallback of 6-luna → main — CANNOT BE SERVED", run.Out, StringComparison.Ordinal);
        Assert.Contains("TLLM003  Fallback '6-luna' stands in the chain twice, which adds nothing", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("edit typedllm.models.json", run.Out, StringComparison.Ordinal);
        Assert.Contains("edit [LlmEndpoint] of Shop.ISupportDesk.AnswerAsync", run.Out, StringComparison.Ordinal);
        Assert.False(run.Out.EndsWith("\n\n", StringComparison.Ordinal));
        Assert.EndsWith("2 methods use gpt-5.2; 6-luna cannot serve 1 of them.", run.Error.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_an_alias_would_take_along_who_cannot_be_served_the_code_is_the_place_to_edit()
    {
        using var folder = new TemporaryFolder();
        var path = new ConsumerAssembly
        {
            Source = """
                namespace Shop;

                [LlmEndpoint(Primary = "main", Fallback = "gpt-5.4-mini")]
                public interface IDesk
                {
                    [Prompt("Answer: {question}")] Task<string> AnswerAsync(string question);
                }

                [LlmEndpoint(Primary = "gpt-5.4-mini", Fallback = "main")]
                public interface IOther
                {
                    [Prompt("Translate: {text}")] Task<string> TranslateAsync(string text);
                }
                """,
            Catalog = """{ "aliases": { "main": "gpt-5.2" } }""",
        }.Build(folder);

        var run = await ToolRun.Of(
            folder.FullPath, ["upgrade", "main", "gpt-5.4-mini", path, "--env", "Production", "--env", "Staging"], time: Days.OfCatalog());

        Assert.Equal(1, run.Code);
        Assert.Contains("Fallback 'gpt-5.4-mini' stands in the chain twice, which adds nothing; ", run.Out, StringComparison.Ordinal);
        Assert.Contains("edit [LlmEndpoint] of Shop.IDesk.AnswerAsync or its interface, or the [LlmChain] that it names: Primary = \"gpt-5.4-mini\"", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("\"aliases\"", run.Out, StringComparison.Ordinal);
        Assert.EndsWith("2 methods use main; gpt-5.4-mini cannot serve 1 of them.", run.Error.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_the_account_may_not_ask_cannot_serve()
    {
        _folder.Write("typedllm.lock.json", """{ "version": 1, "environments": { "Test": { "models": { "gpt-5.4": { "access": false } } } } }""");

        var refused = await RunAsync("upgrade", "gpt-5.2", "gpt-5.4", "Shop.dll", "--env", "Test");
        var elsewhere = await RunAsync("upgrade", "gpt-5.2", "gpt-5.4", "Shop.dll", "--env", "Production");

        Assert.Equal((1, 0), (refused.Code, elsewhere.Code));
        Assert.Contains("TLLM015  The account of 'Test' has no access to 'gpt-5.4'", refused.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Costs_are_those_of_the_limits_of_the_method()
    {
        var run = await RunAsync("upgrade", "gpt-5.2", "gpt-5.4", "Shop.dll", "--input-tokens", "1000");

        // 1,000 tokens at 1.75 and 500 at 14 US dollars per million; then at 2.5 and 15.
        Assert.Contains("highest cost of a request: 0.00875 → 0.01 USD (+14.3 %)", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "knows no model 'gpt-5.4-mni'; did you mean 'gpt-5.4-mini'", "gpt-5.2", "gpt-5.4-mni", "Shop.dll")]
    [InlineData(2, "knows no model 'gpt-5.22'", "gpt-5.22", "gpt-5.4", "Shop.dll")]
    [InlineData(2, "upgrade needs the path of a built assembly", "gpt-5.2", "gpt-5.4")]
    [InlineData(2, "nowhere does not exist", "gpt-5.2", "gpt-5.4", "nowhere")]
    [InlineData(2, "upgrade needs <new>. typedllm upgrade --help", "gpt-5.2")]
    [InlineData(2, "5.2 and gpt-5.2 are the same model, gpt-5.2", "5.2", "gpt-5.2", "Shop.dll")]
    [InlineData(0, "No method uses gpt-4o.", "gpt-4o", "gpt-5.4", "Shop.dll")]
    public async Task What_there_is_nothing_to_say_about_is_told(int code, string reason, params string[] arguments)
    {
        var run = await RunAsync(["upgrade", .. arguments]);

        Assert.Equal(code, run.Code);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
    }

    private Task<ToolRun> RunAsync(params string[] arguments) => ToolRun.Of(_folder.FullPath, arguments, time: Days.OfCatalog());

    private static JsonElement Json(ToolRun run) => JsonDocument.Parse(run.Out).RootElement;

    private static JsonElement[] Methods(ToolRun run) => [.. Json(run).GetProperty("methods").EnumerateArray()];

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;

    private static string[] Texts(JsonElement json, string name) => [.. json.GetProperty(name).EnumerateArray().Select(static item => item.GetString()!)];
}
