using TypedLlm.Chains;
using TypedLlm.Locks;

namespace TypedLlm.Catalog.Tests;

/// <summary>How models without a strict schema are asked for answers of a type, and what is told of that.</summary>
public sealed class AnswerModeTests
{
    private static readonly CallNeeds Typed = new() { Typed = true };

    private static readonly ModelCatalog Catalog = Catalogs.Of("""
        {
          "models": [
            { "id": "strict", "capabilities": { "responses": { "structured": true } }, "provider": "p", "purpose": "general" },
            { "id": "spare", "capabilities": { "responses": { "structured": true } }, "provider": "p", "purpose": "general" },
            { "id": "json", "capabilities": { "responses": { "structured": false } }, "provider": "p", "purpose": "general" },
            { "id": "bare", "capabilities": { "responses": { "structured": false, "jsonMode": false } }, "provider": "p", "purpose": "general" },
            { "id": "strict-only", "capabilities": { "responses": { "structured": true, "jsonMode": false } }, "provider": "p", "purpose": "general" },
            { "id": "unknown", "provider": "p", "purpose": "general" },
            { "id": "old", "capabilities": { "responses": { "structured": true } }, "provider": "p", "status": "shutDown", "replacement": { "id": "json" } }
          ]
        }
        """);

    [Theory]
    [InlineData("strict", "Schema", "Schema")]
    [InlineData("strict", "JsonObject", "JsonObject")]
    [InlineData("strict", "Prompt", "Prompt")]
    [InlineData("json", "Schema", "JsonObject")]
    [InlineData("json", "Prompt", "Prompt")]
    [InlineData("bare", "Schema", "Prompt")]
    [InlineData("strict-only", "Schema", "Schema")]
    [InlineData("strict-only", "JsonObject", "Prompt")]
    [InlineData("unknown", "Schema", "Schema")]
    [InlineData("unknown", "JsonObject", "JsonObject")]
    public void The_surest_way_that_is_not_known_to_be_refused_is_taken(string model, string surest, string mode) =>
        Assert.Equal(mode, AnswerModes.Of(Catalog.Find(model)!, EndpointKind.Responses, Enum.Parse<AnswerMode>(surest)).ToString());

    [Theory]
    [InlineData("strict", "Covers")]
    [InlineData("unknown", "Unknown")]
    [InlineData("json", "Weakens")]
    [InlineData("bare", "Weakens")]
    public void A_type_is_answered_without_a_strict_schema_too(string model, string fit)
    {
        Assert.Equal(fit, Typed.FitOf(Catalog.Find(model)!).ToString());
        Assert.Equal(fit == "Weakens" ? NeedsFit.Refuses : Enum.Parse<NeedsFit>(fit), (Typed with { Structured = true }).FitOf(Catalog.Find(model)!));
    }

    [Theory]
    [InlineData("json", "in JSON mode, with the schema in the prompt")]
    [InlineData("bare", "with the schema in the prompt alone")]
    public void The_way_is_told_with_a_model_that_has_a_strict_schema(string model, string words)
    {
        foreach (var (chain, place) in ((string[], int)[])[([model, "strict"], 0), (["strict", model], 1)])
        {
            var problem = Assert.Single(Check(chain, Typed));
            Assert.Equal((DiagnosticIds.WeakerAnswers, place), (problem.RuleId, problem.Index));
            Assert.Equal($"'{model}' cannot answer in a strict schema, but 'AskAsync' needs Structured; it is asked {words}, which is less sure; use 'spare'", problem.Message);
            Assert.Equal(["spare"], problem.Suggestions);
        }
    }

    [Fact]
    public void Nothing_is_told_of_text_of_what_is_unknown_and_of_what_is_refused_altogether()
    {
        Assert.Empty(Check(["json", "bare"], new CallNeeds()));
        Assert.Empty(Check(["unknown", "strict"], Typed));
        Assert.Equal([DiagnosticIds.MissingCapability], Check(["strict", "json"], Typed with { Structured = true }).Select(problem => problem.RuleId));
    }

    [Fact]
    public void A_replacement_that_the_provider_names_is_passed_over_where_it_has_no_strict_schema()
    {
        Assert.Equal(["json"], Check(["old", "strict"], new CallNeeds())[0].Suggestions);
        Assert.Equal(["spare"], Check(["old", "strict"], Typed)[0].Suggestions);
    }

    [Theory]
    [InlineData("strict", "in JSON mode, with the schema in the prompt")]
    [InlineData("strict-only", "with the schema in the prompt alone")]
    public void What_the_account_was_refused_is_asked_for_in_a_weaker_way_too(string model, string words)
    {
        var refusal = """{ "endpoint": "responses", "feature": "structured" }""";
        var problem = Assert.Single(Check([model, "unknown"], Typed, $$""" "a": { "models": { "{{model}}": { "refused": [ {{refusal}} ] }, "spare": { "refused": [ {{refusal}} ] } } } """));

        Assert.Equal((DiagnosticIds.WeakerAnswers, 0), (problem.RuleId, problem.Index));
        Assert.StartsWith(
            $"'{model}' gives the account of 'a' no answers in a strict schema, says typedllm.lock.json, but 'AskAsync' needs Structured; it is asked {words}, which is less sure; use '",
            problem.Message,
            StringComparison.Ordinal);
        Assert.DoesNotContain("spare", problem.Suggestions);
    }

    private static IReadOnlyList<ChainProblem> Check(string[] chain, CallNeeds needs, string? environments = null) => ChainRules.Check(
        chain,
        Needs.Of(needs),
        new ChainOptions(Catalog.AsOf)
        {
            Lock = environments is null ? ModelLock.None : ModelLock.Of(LockReader.Read($$"""{ "version": 1, "environments": { {{environments}} } }""").File, null, out _),
        },
        Catalog);
}
