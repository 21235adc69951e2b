namespace TypedLlm.Catalog.Tests;

public sealed class NearestNamesTests
{
    [Theory]
    [InlineData("gpt5.4", "gpt-5.4")]
    [InlineData("GPT-5.4", "gpt-5.4")]
    [InlineData("gpt_5_4_mini", "gpt-5.4-mini")]
    [InlineData("gtp-5.4", "gpt-5.4")]
    [InlineData("gpt-5.4-nini", "gpt-5.4-mini")]
    [InlineData("gpt-5.4-2026-03-06", "gpt-5.4-2026-03-05")]
    [InlineData("5.4-nanoo", "5.4-nano")]
    [InlineData("gpt-6-lunar", "gpt-6-luna")]
    public void A_slip_of_the_hand_finds_what_was_meant(string name, string expected) =>
        Assert.Equal(expected, BuiltInCatalog.Instance.Nearest(name, 1)[0]);

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("claude-opus")]
    [InlineData("totally-different")]
    public void What_is_like_no_model_finds_nothing(string name) => Assert.Empty(BuiltInCatalog.Instance.Nearest(name, 3));

    [Fact]
    public void Names_too_long_for_a_slip_find_nothing() =>
        Assert.Empty(BuiltInCatalog.Instance.Nearest("gpt-5.4" + new string('-', 100_000), 3));

    [Fact]
    public void Equally_near_names_come_newest_first() =>
        Assert.Equal(["gpt-5.6", "gpt-5.5", "gpt-5.4"], BuiltInCatalog.Instance.Nearest("gpt-5.9", 3));

    [Fact]
    public void Each_model_is_named_once_and_at_most_so_many()
    {
        var names = BuiltInCatalog.Instance.Nearest("gpt-5.44", 3);
        Assert.Equal(3, names.Count);
        Assert.Equal(3, names.Select(name => BuiltInCatalog.Instance.Resolve(name).Facts!.Id).Distinct().Count());
        Assert.Equal("gpt-5.4", names[0]);
    }

    [Fact]
    public void Models_that_are_shut_down_or_denied_are_not_proposed()
    {
        Assert.DoesNotContain("gpt-5.3-chat-latest", BuiltInCatalog.Instance.Nearest("gpt-5.3-chat-latst", 10));
        Assert.DoesNotContain("gpt-5.4", Catalogs.BuiltInWith("""{ "deny": ["5.4"] }""").Nearest("gpt5.4", 10));
    }

    [Fact]
    public void Names_of_a_project_are_proposed_too() =>
        Assert.Equal(["support"], Catalogs.BuiltInWith("""{ "aliases": { "support": "5.4" } }""").Nearest("suport", 3));
}
