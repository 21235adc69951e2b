namespace TypedLlm.Catalog.Tests;

public sealed class ModelPolicyTests
{
    [Theory]
    [InlineData("{ }", "gpt-5.4", true)]
    [InlineData("{ \"allow\": [] }", "gpt-5.4", true)]
    [InlineData("{ \"allow\": [\"gpt-5.4\"] }", "gpt-5.4", true)]
    [InlineData("{ \"allow\": [\"5.4\"] }", "gpt-5.4", true)]
    [InlineData("{ \"allow\": [\"5.4\"] }", "gpt-5.2", false)]
    [InlineData("{ \"deny\": [\"5.4\"] }", "gpt-5.4", false)]
    [InlineData("{ \"deny\": [\"5.4\"] }", "gpt-5.4-mini", true)]
    [InlineData("{ \"allow\": [\"5.4\"] }", "gpt-5.4-2026-03-05", true)]
    [InlineData("{ \"deny\": [\"5.4\"] }", "gpt-5.4-2026-03-05", false)]
    [InlineData("{ \"allow\": [\"gpt-5.4-2026-03-05\"] }", "gpt-5.4", false)]
    [InlineData("{ \"deny\": [\"gpt-5.4-2026-03-05\"] }", "gpt-5.4", true)]
    [InlineData("{ \"allow\": [\"5.4\"], \"deny\": [\"gpt-5.4-2026-03-05\"] }", "gpt-5.4-2026-03-05", false)]
    [InlineData("{ \"deny\": [\"4o\"] }", "gpt-4o-2024-08-06", false)]
    [InlineData("{ \"allow\": [\"house\"] }", "house", true)]
    [InlineData("{ \"allow\": [\"house\"] }", "gpt-5.4", false)]
    [InlineData("{ \"aliases\": { \"house\": \"5.4\" }, \"allow\": [\"house\"] }", "gpt-5.4", true)]
    public void Lists_say_what_may_be_used(string file, string id, bool allowed) =>
        Assert.Equal(allowed, Catalogs.BuiltInWith(file).IsAllowed(id));

    [Fact]
    public void Deny_wins_over_allow()
    {
        var (file, _) = CatalogReader.Read("""{ "allow": ["o3", "o1"], "deny": ["o3"] }""");
        var catalog = BuiltInCatalog.Instance.With(file);
        Assert.False(catalog.IsAllowed("o3"));
        Assert.True(catalog.IsAllowed("o1"));
    }

    [Fact]
    public void A_later_file_replaces_the_lists_that_it_states()
    {
        var catalog = Catalogs.BuiltInWith("""{ "allow": ["o3"], "deny": ["o1"] }""", """{ "allow": ["5.4", "o1"] }""");
        Assert.False(catalog.IsAllowed("o3"));
        Assert.False(catalog.IsAllowed("o1"));
        Assert.True(catalog.IsAllowed("gpt-5.4"));
    }
}
