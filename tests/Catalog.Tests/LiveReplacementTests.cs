namespace TypedLlm.Catalog.Tests;

public sealed class LiveReplacementTests
{
    // What is written in place of an id in a call may be asked on either endpoint.
    [Fact]
    public void Each_dead_model_has_a_replacement_that_both_endpoints_offer()
    {
        var catalog = BuiltInCatalog.Instance;
        foreach (var dead in catalog.Models.Where(model => model.IsShutDown(catalog.AsOf)))
        {
            var replacement = Chains.ReplacementChoice.Choose(dead, Chains.ChainNeeds.None, catalog, catalog.AsOf, default);
            Assert.True(replacement?.Facts.Capabilities is { Responses: not null, Chat: not null }, dead.Id);
        }
    }

    private static readonly CatalogDate Today = new(2026, 11, 22);

    [Fact]
    public void A_replacement_that_is_retired_itself_leads_on_to_the_first_live_one()
    {
        var catalog = Catalogs.Of("""
            { "models": [
              { "id": "a", "shutdownDate": "2026-01-01", "replacement": { "id": "b", "reasoningMode": "pro" } },
              { "id": "b", "shutdownDate": "2026-11-22", "replacement": { "id": "c" } },
              { "id": "c", "shutdownDate": "2026-11-23", "replacement": { "id": "d" } },
              { "id": "d" } ] }
            """);
        Assert.Equal(new ReplacementModel(catalog.Find("c")!, null), catalog.LiveReplacement(catalog.Find("a")!, Today));
        Assert.Equal("d", catalog.LiveReplacement(catalog.Find("a")!, new CatalogDate(2026, 11, 23))!.Facts.Id);
        Assert.Equal(new ReplacementModel(catalog.Find("b")!, "pro"), catalog.LiveReplacement(catalog.Find("a")!, new CatalogDate(2026, 11, 21)));
    }

    [Theory]
    [InlineData("{ \"id\": \"a\", \"status\": \"shutDown\" }")]
    [InlineData("{ \"id\": \"a\", \"status\": \"shutDown\", \"replacement\": { \"id\": \"a\" } }")]
    [InlineData("{ \"id\": \"a\", \"status\": \"shutDown\", \"replacement\": { \"id\": \"b\" } }, { \"id\": \"b\", \"status\": \"shutDown\", \"replacement\": { \"id\": \"a\" } }")]
    [InlineData("{ \"id\": \"a\", \"status\": \"shutDown\", \"replacement\": { \"id\": \"elsewhere\" } }")]
    public void A_way_without_a_live_end_gives_none(string models)
    {
        var catalog = Catalogs.Of($$"""{ "models": [ {{models}} ] }""");
        Assert.Null(catalog.LiveReplacement(catalog.Find("a")!, Today));
    }

    [Theory]
    [InlineData("\"shutdownDate\": \"2026-11-23\"", false)]
    [InlineData("\"shutdownDate\": \"2026-11-22\"", true)]
    [InlineData("\"shutdownDate\": \"2026-11-23\", \"status\": \"shutDown\"", false)]
    [InlineData("\"shutdownDate\": \"2026-11-21\", \"status\": \"active\"", true)]
    [InlineData("\"status\": \"shutDown\"", true)]
    [InlineData("\"status\": \"deprecated\"", false)]
    [InlineData("\"purpose\": null", false)]
    public void A_date_decides_and_without_one_the_status(string facts, bool shutDown) =>
        Assert.Equal(shutDown, Catalogs.Of($$"""{ "models": [ { "id": "a", {{facts}} } ] }""").Find("a")!.IsShutDown(Today));
}
