using System.Text.Json;
using TypedLlm.Catalog;
using TypedLlm.Tool.Tests.Support;

namespace TypedLlm.Tool.Tests.Catalogs;

public sealed class ModelsCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task All_models_are_listed_with_what_is_not_known_said_to_be_unknown()
    {
        _folder.Write("typedllm.models.json", """{ "models": [{ "id": "own", "shortNames": ["o"] }] }""");

        var run = await RunAsync("models");

        Assert.Equal((0, $"{BuiltInCatalog.Instance.Models.Count + 1} of {BuiltInCatalog.Instance.Models.Count + 1} models, as of 2026-11-22."), (run.Code, run.Error.TrimEnd()));
        var row = Assert.Single(run.Out.Split('\n'), static line => line.StartsWith("  own ", StringComparison.Ordinal));
        Assert.Equal(["own", "o", "unknown", "unknown", "unknown", "unknown", "unknown", "unknown", "unknown", "live"], Cells(row));
    }

    [Theory]
    [InlineData("--can", "batch:chat", "--can", "pdf")]
    [InlineData("--can", "Batch:Chat", "--can", "PDF")]
    [InlineData("--max-output-price", "1.2")]
    [InlineData("--status", "retiring", "--provider", "OpenAI")]
    [InlineData("--status", "shutdown")]
    public async Task Conditions_are_held_to_what_is_known(params string[] conditions)
    {
        var run = await RunAsync(["models", "--format", "json", .. conditions]);

        var today = new CatalogDate(2026, 11, 22);
        var expected = BuiltInCatalog.Instance.Models.Where(model => conditions[1] switch
        {
            "batch:chat" or "Batch:Chat" => model.Capabilities?.Chat?.Batch == true && model.Capabilities.Responses?.Pdf == true,
            "1.2" => model.Price?.Output <= 1.2m,
            "retiring" => model.ShutdownDate > today,
            _ => model.IsShutDown(today),
        }).Select(static model => model.Id).ToArray();
        Assert.InRange(expected.Length, 1, BuiltInCatalog.Instance.Models.Count - 1);
        Assert.Equal(expected, Json(run).GetProperty("models").EnumerateArray().Select(static model => model.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task The_list_as_json_is_a_catalog_file_that_says_the_same()
    {
        var run = await RunAsync("models", "--format", "json");

        var (file, problems) = CatalogReader.Read(run.Out);
        Assert.Empty(problems);
        Assert.Equal(BuiltInCatalog.Instance.Models, file.Models.Select(static entry => entry.Facts));
    }

    [Theory]
    [InlineData("models", "5.4", "--format", "json")]
    [InlineData("models", "--replace", "5.3", "--format", "json")]
    public async Task The_json_of_what_is_no_catalog_file_has_a_version(params string[] arguments) =>
        Assert.Equal(1, Json(await RunAsync(arguments)).GetProperty("version").GetInt32());

    [Fact]
    public async Task A_model_is_explained_with_every_name_that_leads_to_it()
    {
        _folder.Write("typedllm.models.json", """{ "aliases": { "support": "5.4" }, "deny": ["gpt-5.4"] }""");

        var run = await RunAsync("models", "support");

        Assert.Equal(0, run.Code);
        Assert.Equal("support stands for gpt-5.4 (alias 'support')", run.Out.Split('\n')[0]);
        Assert.Equal("support (alias), 5.4 (short name), gpt-5.4-2026-03-05 (snapshot)", Fact(run, "names"));
        Assert.Equal("no: on the deny list", Fact(run, "allowed"));
        Assert.Equal("1,050,000 tokens: input 922,000, output 128,000", Fact(run, "context"));
        Assert.Equal("other than 1 only with effort none", Fact(run, "temperature"));
        Assert.Equal("streaming yes, structured yes, tools yes, image yes, pdf yes, batch yes, background unknown", Fact(run, "responses"));
    }

    [Fact]
    public async Task A_model_that_is_gone_says_what_replaces_it_and_what_it_replaces()
    {
        var pro = await RunAsync("models", "o1-pro");
        var sol = await RunAsync("models", "gpt-5.6-sol");

        Assert.Equal("gpt-5.6-sol in reasoning mode pro", Fact(pro, "replaced by"));
        Assert.Equal("shut down on 2026-10-23", Fact(pro, "status"));
        Assert.Contains("o1-pro", Fact(sol, "replaces").Split(", "));
    }

    [Fact]
    public async Task A_name_that_nothing_knows_is_answered_with_the_nearest()
    {
        var run = await RunAsync("models", "gpt-5.4-mni");

        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.Contains("knows no model 'gpt-5.4-mni'; did you mean 'gpt-5.4-mini'", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_catalog_of_an_assembly_counts_where_its_path_is_given()
    {
        var path = new ConsumerAssembly { Source = Desk.Source, Catalog = """{ "models": [{ "id": "own", "provider": "azure" }] }""" }.Build(_folder);

        var without = await RunAsync("models", "own");
        var with = await RunAsync("models", "own", path);

        Assert.Equal((2, 0), (without.Code, with.Code));
        Assert.Equal("azure", Fact(with, "provider"));
    }

    [Theory]
    [InlineData("{ \"aliase\": {} }", "typedllm.models.json(1,3): Unknown field 'aliase'; did you mean 'aliases'?")]
    [InlineData("{", "typedllm.models.json cannot be used")]
    public async Task A_catalog_file_that_cannot_be_used_says_where(string text, string reason)
    {
        _folder.Write("typedllm.models.json", text);

        var run = await RunAsync("models");

        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--can flying: 'flying' is no feature; known are streaming", "models", "--can", "flying")]
    [InlineData("--can pdf:chatt: 'chatt' is no endpoint; did you mean 'chat'", "models", "--can", "pdf:chatt")]
    [InlineData("--status dead is not understood; write --status <live|retiring|shutdown>.", "models", "--status", "dead")]
    [InlineData("--can background:chat: only the Responses API runs in the background; write --can background.", "models", "--can", "background:chat")]
    [InlineData("--max-output-price -1 is no price", "models", "--max-output-price", "-1")]
    [InlineData("gpt-6-luna: there is no such path, and models explains one model at a time.", "models", "gpt-5.4", "gpt-6-luna")]
    [InlineData("bin/none does not exist. Build first", "models", "gpt-5.4", "bin/none")]
    [InlineData("--catalog none.json does not exist", "models", "--catalog", "none.json")]
    public async Task A_wrong_option_says_what_is_right(string reason, params string[] arguments)
    {
        var run = await RunAsync(arguments);

        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
    }

    private Task<ToolRun> RunAsync(params string[] arguments) => ToolRun.Of(_folder.FullPath, arguments, time: Days.OfCatalog());

    private static string[] Cells(string row) => row.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Fact(ToolRun run, string label) =>
        Assert.Single(run.Out.Split('\n'), line => line.StartsWith($"  {label} ", StringComparison.Ordinal))[(label.Length + 3)..].Trim();

    private static JsonElement Json(ToolRun run) => JsonDocument.Parse(run.Out).RootElement;
}
