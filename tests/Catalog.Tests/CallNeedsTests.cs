using TypedLlm.Chains;

namespace TypedLlm.Catalog.Tests;

public sealed class CallNeedsTests
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
        Assert.Equal(fit, Needs.Of(streaming).FitOf(Model(facts)).ToString());
    }

    [Theory]
    [InlineData(null, 100, "Unknown")]
    [InlineData(100, 100, "Covers")]
    [InlineData(99, 100, "Refuses")]
    [InlineData(99, null, "Covers")]
    public void Output_tokens(int? limit, int? needed, string fit) =>
        Assert.Equal(fit, Needs.Of(false, needed).FitOf(Responses($"\"maxOutputTokens\": {limit?.ToString() ?? "null"}")).ToString());

    [Theory]
    [InlineData("null", "high", "Unknown")]
    [InlineData("[]", "none", "Refuses")]
    [InlineData("[\"low\", \"high\"]", "high", "Covers")]
    [InlineData("[\"low\", \"high\"]", "max", "Refuses")]
    [InlineData("[]", null, "Covers")]
    public void Effort(string efforts, string? needed, string fit) =>
        Assert.Equal(fit, Needs.Of(false, effort: needed).FitOf(Responses($"\"efforts\": {efforts}")).ToString());

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
        Assert.Equal(fit, Needs.Of(false, null, effort, temperature).FitOf(model).ToString());
    }

    [Theory]
    [InlineData("Streaming", "streaming")]
    [InlineData("Structured", "structured")]
    [InlineData("Image", "image")]
    [InlineData("Pdf", "pdf")]
    [InlineData("Tools", "tools")]
    [InlineData("Background", "background")]
    [InlineData("Batch", "batch")]
    public void Capabilities_count_for_their_kind_of_endpoint(string need, string fact)
    {
        var needs = NeedsWith(Enum.Parse<Need>(need));
        foreach (var (kind, other) in ((string, string)[])[("responses", "chat"), ("chat", "responses")])
        {
            var call = needs with { Endpoint = kind == "chat" ? EndpointKind.Chat : EndpointKind.Responses };
            Assert.Equal(NeedsFit.Covers, call.FitOf(Capable(kind, other, $"\"{fact}\": true")));
            Assert.Equal(NeedsFit.Refuses, call.FitOf(Capable(kind, other, $"\"{fact}\": false")));
            Assert.Equal(NeedsFit.Unknown, call.FitOf(Capable(kind, other, $"\"{fact}\": null")));
            Assert.Equal(NeedsFit.Covers, new CallNeeds { Endpoint = call.Endpoint }.FitOf(Capable(kind, other, $"\"{fact}\": false")));
        }
    }

    [Fact]
    public void A_kind_of_endpoint_that_is_not_offered_refuses_every_call()
    {
        var model = Model("\"capabilities\": { \"responses\": { \"streaming\": true } }");
        Assert.Equal(NeedsFit.Refuses, new CallNeeds { Endpoint = EndpointKind.Chat }.FitOf(model));
        Assert.Equal(NeedsFit.Refuses, new CallNeeds { Endpoint = EndpointKind.Chat }.FitOf(Need.Endpoint, model));
        Assert.Equal(NeedsFit.Covers, new CallNeeds().FitOf(model));
    }

    [Theory]
    [InlineData("none", "medium", "Covers")]
    [InlineData("medium", "none", "Refuses")]
    [InlineData(null, "none", "Covers")]
    [InlineData(null, "medium", "Refuses")]
    [InlineData(null, null, "Unknown")]
    public void Tools_that_are_taken_only_without_reasoning(string? effort, string? defaultEffort, string fit)
    {
        var model = Model($"""
            "capabilities": {"{"} "chat": {"{"} "tools": "withEffortNone" {"}"} {"}"}, "efforts": ["none", "medium"], "defaultEffort": {Quoted(defaultEffort)}
            """);
        Assert.Equal(fit, new CallNeeds { Endpoint = EndpointKind.Chat, Tools = true, Effort = effort }.FitOf(model).ToString());
    }

    [Theory]
    [InlineData("flex", "{ \"flex\": true }", "Covers")]
    [InlineData("flex", "{ \"flex\": false }", "Refuses")]
    [InlineData("priority", "{ \"priority\": false }", "Refuses")]
    [InlineData("scale", "{ \"scale\": false }", "Refuses")]
    [InlineData("ultrafast", "{ \"ultrafast\": false }", "Refuses")]
    [InlineData("ultrafast", "{ \"flex\": false }", "Covers")]
    [InlineData("auto", "{ \"flex\": false }", "Covers")]
    [InlineData("default", "{ \"flex\": false }", "Covers")]
    [InlineData("flex", "null", "Covers")]
    [InlineData(null, "{ \"flex\": false }", "Covers")]
    public void Tier(string? tier, string tiers, string fit) =>
        Assert.Equal(fit, new CallNeeds { ServiceTier = tier }.FitOf(Responses($"\"tiers\": {tiers}")).ToString());

    [Fact]
    public void Nothing_is_needed_of_a_model_that_takes_nothing() =>
        Assert.Equal(NeedsFit.Covers, ChainNeeds.None.FitOf(Responses("\"efforts\": [], \"temperature\": \"rejected\"")));

    [Fact]
    public void A_chain_needs_what_any_of_its_methods_needs()
    {
        var model = Responses("\"maxOutputTokens\": 1000, \"efforts\": [\"low\"]");
        var union = Needs.Of(true, 100).Union(Needs.Of(false, 2_000, "high"));
        Assert.Equal(NeedsFit.Refuses, union.FitOf(model));
        Assert.Equal(2_000, union.First(Need.MaxOutputTokens, model, NeedsFit.Refuses)!.Needs.MaxOutputTokens);
        Assert.Equal("'AskAsync' needs Effort", union.First(Need.Effort, model, NeedsFit.Refuses)!.OriginOf(Need.Effort));
        Assert.Null(union.First(Need.Streaming, model, NeedsFit.Refuses));
    }

    [Fact]
    public void A_chain_keeps_which_parameters_go_together()
    {
        var warm = Needs.Of(true, effort: "none", temperature: 0.2);
        var deep = Needs.Of(true, effort: "high");
        var gpt54 = BuiltInCatalog.Instance.Find("gpt-5.4")!;
        Assert.Equal(NeedsFit.Covers, warm.Union(deep).FitOf(gpt54));
        Assert.Equal(NeedsFit.Refuses, warm.Union(Needs.Of(true, effort: "high", temperature: 0.2)).FitOf(gpt54));
    }

    private static CallNeeds NeedsWith(Need need) => new()
    {
        Streaming = need == Need.Streaming,
        Structured = need == Need.Structured,
        Image = need == Need.Image,
        Pdf = need == Need.Pdf,
        Tools = need == Need.Tools,
        Background = need == Need.Background,
        Batch = need == Need.Batch,
    };

    private static ModelFacts Capable(string kind, string other, string fact) =>
        Model($"\"capabilities\": {{ \"{kind}\": {{ {fact} }}, \"{other}\": {{ }} }}");

    private static string Quoted(string? text) => text is null ? "null" : $"\"{text}\"";

    private static ModelFacts Responses(string facts) => Model("\"capabilities\": { \"responses\": { \"streaming\": true } }, " + facts);

    private static ModelFacts Model(string facts) =>
        Catalogs.Of($$"""{ "models": [ { "id": "a"{{(facts.Length == 0 ? "" : ", " + facts)}} } ] }""").Find("a")!;
}
