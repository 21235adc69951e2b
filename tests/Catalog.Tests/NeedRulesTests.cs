using TypedLlm.Chains;

namespace TypedLlm.Catalog.Tests;

/// <summary>Each need that a model of a chain refuses is a finding of its own that says what, why, and which model to use.</summary>
public sealed class NeedRulesTests
{
    private const string All = """
        "streaming": true, "structured": true, "tools": true, "image": true, "pdf": true, "batch": true, "background": true
        """;

    private const string Rest = """
        "provider": "p", "purpose": "general", "maxOutputTokens": 1000, "efforts": ["none", "high"], "defaultEffort": "none", "temperature": "allowed", "price": { "output": 1 }
        """;

    [Theory]
    [InlineData("Endpoint", "capabilities", """{ "chat": { } }""", "TLLM010", "is not offered on the Responses API")]
    [InlineData("Streaming", "capabilities", """{ "responses": { "streaming": false } }""", "TLLM010", "cannot stream its answer")]
    [InlineData("Structured", "capabilities", """{ "responses": { "structured": false } }""", "TLLM010", "cannot answer in a strict schema")]
    [InlineData("Image", "capabilities", """{ "responses": { "image": false } }""", "TLLM010", "takes no images")]
    [InlineData("Pdf", "capabilities", """{ "responses": { "pdf": false } }""", "TLLM010", "takes no PDF files")]
    [InlineData("Tools", "capabilities", """{ "responses": { "tools": false } }""", "TLLM010", "takes no function tools")]
    [InlineData("Tools", "capabilities", """{ "responses": { "tools": "withEffortNone" } }""", "TLLM010", "takes function tools only with effort none")]
    [InlineData("Background", "capabilities", """{ "responses": { "background": false } }""", "TLLM010", "does not run in the background")]
    [InlineData("Batch", "capabilities", """{ "responses": { "batch": false } }""", "TLLM010", "does not run in a batch on the Responses API")]
    [InlineData("MaxOutputTokens", "maxOutputTokens", "999", "TLLM011", "produces at most 999 tokens")]
    [InlineData("Effort", "efforts", "[]", "TLLM012", "takes no reasoning effort")]
    [InlineData("Effort", "efforts", "[\"low\"]", "TLLM012", "takes no other effort than low")]
    [InlineData("Effort", "efforts", "[\"none\", \"low\", \"max\"]", "TLLM012", "takes only the efforts none, low, max")]
    [InlineData("Temperature", "temperature", "\"rejected\"", "TLLM012", "takes no temperature other than 1")]
    [InlineData("Temperature", "temperature", "\"withEffortNone\"", "TLLM012", "takes a temperature other than 1 only with effort none")]
    [InlineData("ServiceTier", "tiers", """{ "flex": false }""", "TLLM012", "does not offer the tier flex")]
    public void A_refused_need_names_model_need_and_origin(string need, string fact, string flaw, string rule, string words)
    {
        var catalog = Catalogs.Of($$"""
            {
              "models": [
                { "id": "able", "capabilities": { "responses": { {{All}} } }, {{Rest}} },
                { "id": "spare", "capabilities": { "responses": { {{All}} } }, {{Rest}} },
                { "id": "flawed", "capabilities": { "responses": { {{All}} } }, {{Rest}} }
              ]
            }
            """).With(Catalogs.File($$"""{ "models": [ { "id": "flawed", "{{fact}}": {{(need == "Endpoint" ? """{ "chat": { }, "responses": null }""" : flaw)}} } ] }"""));

        foreach (var (chain, place) in ((string[], int)[])[(["flawed", "able"], 0), (["able", "flawed"], 1)])
        {
            var problem = Assert.Single(ChainRules.Check(chain, Needs.Of(NeedsWith(need)), new ChainOptions(catalog.AsOf), catalog));
            Assert.Equal((rule, place, "flawed"), (problem.RuleId, problem.Index, problem.Name));
            Assert.Equal($"'flawed' {words}, but 'AskAsync' needs {need}; use 'spare'", problem.Message);
            Assert.Equal(["spare"], problem.Suggestions);
        }
    }

    [Fact]
    public void What_is_not_known_is_refused_by_none()
    {
        var catalog = Catalogs.Of("""{ "models": [ { "id": "a", "capabilities": { "responses": { } } }, { "id": "b" } ] }""");
        var needs = NeedsWith("Tools") with { Streaming = true, Structured = true, Image = true, Pdf = true, Background = true, Batch = true, MaxOutputTokens = 9_000_000 };
        Assert.Empty(ChainRules.Check(["a", "b"], Needs.Of(needs), new ChainOptions(catalog.AsOf), catalog));
    }

    [Fact]
    public void Each_refused_need_of_a_model_is_reported_with_one_suggestion()
    {
        var problems = ChainRules.Check(
            ["gpt-4.1", "gpt-5.4"], Needs.Of(true, 100_000, "high"), new ChainOptions(new CatalogDate(2026, 1, 1)), BuiltInCatalog.Instance);
        Assert.Equal([DiagnosticIds.OutputLimitExceeded, DiagnosticIds.ParameterRefused], problems.Select(problem => problem.RuleId));
        Assert.Single(problems.Select(problem => Assert.Single(problem.Suggestions)).Distinct());
    }

    [Fact]
    public void Two_models_that_cannot_serve_become_two_models()
    {
        var problems = ChainRules.Check(
            ["gpt-5.2-pro", "gpt-5.4-pro"], Needs.Of(new CallNeeds { Structured = true }), new ChainOptions(BuiltInCatalog.Instance.AsOf), BuiltInCatalog.Instance);
        Assert.Equal([0, 1], problems.Select(problem => problem.Index));
        Assert.Equal(2, problems.Select(problem => Assert.Single(problem.Suggestions)).Distinct().Count());
    }

    [Fact]
    public void A_repeated_model_is_held_to_needs_once() =>
        Assert.Equal(
            [(0, DiagnosticIds.ParameterRefused), (1, DiagnosticIds.FallbackEqualsPrimary)],
            ChainRules.Check(["gpt-5.4-pro", "gpt-5.4-pro"], Needs.Of(true, effort: "low"), new ChainOptions(BuiltInCatalog.Instance.AsOf), BuiltInCatalog.Instance)
                .Select(problem => (problem.Index, problem.RuleId)));

    private static CallNeeds NeedsWith(string need) => new()
    {
        Streaming = need == "Streaming",
        Structured = need == "Structured",
        Image = need == "Image",
        Pdf = need == "Pdf",
        Tools = need == "Tools",
        Background = need == "Background",
        Batch = need == "Batch",
        MaxOutputTokens = need == "MaxOutputTokens" ? 1_000 : null,
        Effort = need is "Effort" or "Tools" or "Temperature" ? "high" : null,
        Temperature = need == "Temperature" ? 0.2 : null,
        ServiceTier = need == "ServiceTier" ? "flex" : null,
    };
}
