using TypedLlm.Chains;

namespace TypedLlm.Catalog.Tests;

public sealed class FallbackChoiceTests
{
    private const string Capable = "\"provider\": \"p\", \"purpose\": \"general\", \"capabilities\": { \"responses\": { \"streaming\": true } }, \"maxOutputTokens\": 1000";

    private static readonly CatalogDate Today = new(2026, 11, 22);

    [Fact]
    public void The_built_in_choice_for_5_4_is_5_2() =>
        Assert.Equal("gpt-5.2", FallbackChoice.Choose(
            BuiltInCatalog.Instance.Find("gpt-5.4")!, Needs.Of(true), BuiltInCatalog.Instance, BuiltInCatalog.Instance.AsOf, default)!.Id);

    [Theory]
    [InlineData("\"price\": { \"input\": 2, \"output\": 11 }", "\"price\": { \"input\": 2, \"output\": 13 }", "b")]
    [InlineData("\"price\": { \"input\": 2, \"output\": 13 }", "\"price\": { \"input\": 2, \"output\": 8.5 }", "c")]
    [InlineData("\"price\": { \"input\": 3, \"output\": 12 }", "\"price\": { \"input\": 1.5, \"output\": 8 }", "c")]
    [InlineData("\"price\": { \"input\": 2 }", "\"price\": { \"input\": 2, \"output\": 900 }", "c")]
    [InlineData("\"price\": { \"output\": 10 }", "\"price\": { \"input\": 900, \"output\": 10 }", "c")]
    [InlineData("\"price\": { \"input\": 2, \"output\": 10 }, \"released\": \"2026-01-01\"", "\"price\": { \"input\": 2, \"output\": 10 }, \"released\": \"2026-01-02\"", "c")]
    [InlineData("\"price\": { \"input\": 2, \"output\": 10 }", "\"price\": { \"input\": 2, \"output\": 10 }, \"released\": \"2020-01-02\"", "c")]
    [InlineData("\"price\": { \"input\": 2, \"output\": 10 }", "\"price\": { \"input\": 2, \"output\": 10 }", "b")]
    public void Ties_are_broken_by_output_price_then_input_price_then_age_then_id(string b, string c, string chosen)
    {
        var first = $"{{ \"id\": \"b\", {Capable}, {b} }}";
        var second = $"{{ \"id\": \"c\", {Capable}, {c} }}";
        Assert.Equal(chosen, Choose(Needs.Of(true), first, second));
        Assert.Equal(chosen, Choose(Needs.Of(true), second, first));
    }

    [Theory]
    [InlineData("\"provider\": \"other\"")]
    [InlineData("\"provider\": null")]
    [InlineData("\"purpose\": \"codex\"")]
    [InlineData("\"purpose\": \"pro\"")]
    [InlineData("\"purpose\": \"research\"")]
    [InlineData("\"purpose\": null")]
    [InlineData("\"shutdownDate\": \"2030-01-01\"")]
    [InlineData("\"shutdownDate\": \"2020-01-01\"")]
    [InlineData("\"status\": \"shutDown\"")]
    [InlineData("\"capabilities\": { \"responses\": { \"streaming\": false } }")]
    [InlineData("\"capabilities\": { \"responses\": { \"streaming\": null } }")]
    [InlineData("\"capabilities\": null")]
    [InlineData("\"maxOutputTokens\": 499")]
    [InlineData("\"maxOutputTokens\": null")]
    public void A_model_that_may_not_serve_is_not_chosen(string flaw)
    {
        var needs = Needs.Of(true, 500);
        Assert.Equal("b", Choose(needs, $"{{ \"id\": \"b\", {Capable} }}"));

        var name = flaw[..flaw.IndexOf(':', StringComparison.Ordinal)];
        var sound = string.Join(", ", SplitFacts().Where(fact => !fact.StartsWith(name, StringComparison.Ordinal)));
        Assert.Null(Choose(needs, $"{{ \"id\": \"b\", {sound}, {flaw} }}"));
    }

    [Theory]
    [InlineData("\"allow\": [\"primary\"]")]
    [InlineData("\"deny\": [\"b\"]")]
    [InlineData("\"aliases\": { \"b\": \"primary\" }")]
    public void A_model_that_the_project_keeps_away_is_not_chosen(string policy)
    {
        var catalog = Catalogs.Of($$"""{ "models": [ { "id": "primary", {{Capable}} }, { "id": "b", {{Capable}} } ], {{policy}} }""");
        Assert.Null(FallbackChoice.Choose(catalog.Find("primary")!, Needs.Of(true), catalog, Today, default));
    }

    [Fact]
    public void A_model_of_the_chain_is_not_chosen_again()
    {
        var catalog = Catalogs.Of($$"""{ "models": [ { "id": "primary", {{Capable}} }, { "id": "b", {{Capable}} }, { "id": "c", {{Capable}} } ] }""");
        Assert.Equal("c", FallbackChoice.Choose(catalog.Find("primary")!, Needs.Of(true), catalog, Today, new(["primary", "b"]))!.Id);
    }

    [Fact]
    public void A_chat_model_may_be_chosen() =>
        Assert.Equal("b", Choose(Needs.Of(true), $"{{ \"id\": \"b\", {Capable.Replace("general", "chat", StringComparison.Ordinal)} }}"));

    private static string[] SplitFacts() =>
        ["\"provider\": \"p\"", "\"purpose\": \"general\"", "\"capabilities\": { \"responses\": { \"streaming\": true } }", "\"maxOutputTokens\": 1000"];

    private static string? Choose(ChainNeeds needs, params string[] models)
    {
        var primary = $"{{ \"id\": \"primary\", {Capable}, \"price\": {{ \"input\": 2, \"output\": 10 }} }}";
        var catalog = Catalogs.Of($$"""{ "models": [ {{primary}}, {{string.Join(", ", models)}} ] }""");
        return FallbackChoice.Choose(catalog.Find("primary")!, needs, catalog, Today, default)?.Id;
    }
}
