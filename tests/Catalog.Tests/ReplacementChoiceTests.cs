using TypedLlm.Chains;

namespace TypedLlm.Catalog.Tests;

public sealed class ReplacementChoiceTests
{
    [Fact]
    public void The_named_replacement_is_chosen_with_its_reasoning_mode()
    {
        Assert.Equal(("gpt-5.6-sol", null), Choose("gpt-5.3-chat-latest", Needs.Of(true)));
        Assert.Equal(("gpt-5.6-sol", "pro"), Choose("o1-pro", Needs.Of(true)));
    }

    [Theory]
    [InlineData("{ \"deny\": [\"5.6\"] }")]
    [InlineData("{ \"allow\": [\"5.3\", \"gpt-5.2\"] }")]
    [InlineData("{ \"aliases\": { \"gpt-5.6-sol\": \"gpt-5.4\" } }")]
    [InlineData("{ \"models\": [ { \"id\": \"gpt-5.6-sol\", \"capabilities\": { \"responses\": { \"streaming\": false } } } ] }")]
    public void One_that_cannot_serve_gives_way_to_the_choice_of_a_fallback(string file) =>
        Assert.Equal(("gpt-5.2", null), Choose("gpt-5.3-chat-latest", Needs.Of(true), file));

    [Fact]
    public void One_that_stands_in_the_chain_gives_way_too() =>
        Assert.Equal(("gpt-5.2", null), Choose("gpt-5.3-chat-latest", Needs.Of(true), "{ }", "gpt-5.6-sol"));

    [Fact]
    public void What_is_unknown_of_the_named_replacement_is_no_reason_against_it() =>
        Assert.Equal(("gpt-5.6-sol", null), Choose(
            "gpt-5.3-chat-latest",
            Needs.Of(true),
            """{ "models": [ { "id": "gpt-5.6-sol", "capabilities": { "responses": { "streaming": null } } } ] }"""));

    [Fact]
    public void None_is_chosen_where_nothing_serves() =>
        Assert.Equal((null, null), Choose("gpt-5.3-chat-latest", Needs.Of(true, maxOutputTokens: 10_000_000)));

    private static (string? Id, string? Mode) Choose(string retired, ChainNeeds needs, string file = "{ }", params string[] chainIds)
    {
        var catalog = Catalogs.BuiltInWith(file);
        var choice = ReplacementChoice.Choose(catalog.Find(retired)!, needs, catalog, catalog.AsOf, new(chainIds));
        return (choice?.Facts.Id, choice?.ReasoningMode);
    }
}
