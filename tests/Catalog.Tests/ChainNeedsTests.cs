using TypedLlm.Chains;

namespace TypedLlm.Catalog.Tests;

public sealed class ChainNeedsTests
{
    [Theory]
    [InlineData("{ }", false, "Unknown")]
    [InlineData("{ \"chat\": { \"streaming\": true } }", false, "Refuses")]
    [InlineData("{ \"responses\": { } }", false, "Covers")]
    [InlineData("{ \"responses\": { } }", true, "Unknown")]
    [InlineData("{ \"responses\": { \"streaming\": true } }", true, "Covers")]
    [InlineData("{ \"responses\": { \"streaming\": false } }", true, "Refuses")]
    [InlineData("{ \"responses\": { \"streaming\": false } }", false, "Covers")]
    public void Endpoint_and_streaming(string capabilities, bool streaming, string fit)
    {
        var facts = capabilities == "{ }" ? "" : $"\"capabilities\": {capabilities}";
        Assert.Equal(fit, ChainNeeds.Of(streaming).FitOf(Model(facts)).ToString());
    }

    [Theory]
    [InlineData(null, 100, "Unknown")]
    [InlineData(100, 100, "Covers")]
    [InlineData(99, 100, "Refuses")]
    [InlineData(99, null, "Covers")]
    public void Output_tokens(int? limit, int? needed, string fit) =>
        Assert.Equal(fit, ChainNeeds.Of(false, needed).FitOf(Responses($"\"maxOutputTokens\": {limit?.ToString() ?? "null"}")).ToString());

    [Theory]
    [InlineData("null", "high", "Unknown")]
    [InlineData("[]", "none", "Refuses")]
    [InlineData("[\"low\", \"high\"]", "high", "Covers")]
    [InlineData("[\"low\", \"high\"]", "max", "Refuses")]
    [InlineData("[]", null, "Covers")]
    public void Effort(string efforts, string? needed, string fit) =>
        Assert.Equal(fit, ChainNeeds.Of(false, effort: needed).FitOf(Responses($"\"efforts\": {efforts}")).ToString());

    [Theory]
    [InlineData("allowed", null, 0.2, null, "Covers")]
    [InlineData("rejected", null, 0.2, null, "Refuses")]
    [InlineData("rejected", null, 1.0, null, "Covers")]
    [InlineData(null, null, 0.2, null, "Unknown")]
    [InlineData("withEffortNone", null, 0.2, null, "Unknown")]
    [InlineData("withEffortNone", "medium", 0.2, null, "Refuses")]
    [InlineData("withEffortNone", "none", 0.2, null, "Covers")]
    [InlineData("withEffortNone", "medium", 0.2, "none", "Covers")]
    [InlineData("withEffortNone", "none", 0.2, "medium", "Refuses")]
    [InlineData("notWithDefaultEffort", "medium", 0.2, null, "Refuses")]
    [InlineData("notWithDefaultEffort", null, 0.2, null, "Refuses")]
    [InlineData("notWithDefaultEffort", "medium", 0.2, "medium", "Refuses")]
    [InlineData("notWithDefaultEffort", "medium", 0.2, "none", "Unknown")]
    public void Temperature(string? rule, string? defaultEffort, double temperature, string? effort, string fit)
    {
        var model = Responses($"""
            "efforts": ["none", "medium"], "temperature": {Quoted(rule)}, "defaultEffort": {Quoted(defaultEffort)}
            """);
        Assert.Equal(fit, ChainNeeds.Of(false, null, effort, temperature).FitOf(model).ToString());
    }

    [Fact]
    public void Nothing_is_needed_of_a_model_that_takes_nothing() =>
        Assert.Equal(NeedsFit.Covers, ChainNeeds.None.FitOf(Responses("\"efforts\": [], \"temperature\": \"rejected\"")));

    [Fact]
    public void Union_needs_what_either_needs()
    {
        var union = ChainNeeds.Of(true, 100).Union(ChainNeeds.Of(false, 2_000, "high"));
        Assert.Equal(ChainNeeds.Of(true, 2_000, "high"), union);
        Assert.Equal(union, ChainNeeds.Of(false, 2_000, "high").Union(ChainNeeds.Of(true, 100)));
        Assert.Equal(100, ChainNeeds.Of(false).Union(ChainNeeds.Of(false, 100)).MaxOutputTokens);
        Assert.Equal(ChainNeeds.None, ChainNeeds.None.Union(ChainNeeds.None));
    }

    [Fact]
    public void Union_keeps_which_parameters_go_together()
    {
        var warm = ChainNeeds.Of(true, effort: "none", temperature: 0.2);
        var deep = ChainNeeds.Of(true, effort: "high");
        var gpt54 = BuiltInCatalog.Instance.Find("gpt-5.4")!;
        Assert.Equal(NeedsFit.Covers, warm.Union(deep).FitOf(gpt54));
        Assert.Equal(NeedsFit.Refuses, warm.Union(ChainNeeds.Of(true, effort: "high", temperature: 0.2)).FitOf(gpt54));
        Assert.Equal(warm.Union(deep), warm.Union(deep).Union(warm));
    }

    private static string Quoted(string? text) => text is null ? "null" : $"\"{text}\"";

    private static ModelFacts Responses(string facts) => Model("\"capabilities\": { \"responses\": { \"streaming\": true } }, " + facts);

    private static ModelFacts Model(string facts) =>
        Catalogs.Of($$"""{ "models": [ { "id": "a"{{(facts.Length == 0 ? "" : ", " + facts)}} } ] }""").Find("a")!;
}
