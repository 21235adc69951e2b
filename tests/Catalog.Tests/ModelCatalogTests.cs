namespace TypedLlm.Catalog.Tests;

public sealed class ModelCatalogTests
{
    [Fact]
    public void A_snapshot_keeps_its_id_and_has_the_facts_of_its_model()
    {
        var resolution = BuiltInCatalog.Instance.Resolve("gpt-5.4-2026-03-05");
        Assert.Equal("gpt-5.4-2026-03-05", resolution.Id);
        Assert.Equal("gpt-5.4", resolution.Facts!.Id);
    }

    [Fact]
    public void A_snapshot_with_facts_of_its_own_is_described_by_those()
    {
        Assert.Contains("gpt-4o-2024-05-13", BuiltInCatalog.Instance.Find("gpt-4o")!.Snapshots);
        Assert.Equal(4_096, BuiltInCatalog.Instance.Resolve("gpt-4o-2024-05-13").Facts!.MaxOutputTokens);
    }

    [Theory]
    [InlineData("gpt-9")]
    [InlineData("GPT-5.4")]
    [InlineData("")]
    public void An_unknown_name_stands_for_itself(string name) =>
        Assert.Equal(new ModelResolution(name, name, null), BuiltInCatalog.Instance.Resolve(name));

    [Fact]
    public void A_short_name_is_no_id()
    {
        Assert.Null(BuiltInCatalog.Instance.Find("5.4"));
        Assert.Null(Catalogs.BuiltInWith("""{ "aliases": { "x": "5.4" } }""").Find("x"));
    }

    [Fact]
    public void An_alias_goes_before_a_short_name()
    {
        var catalog = Catalogs.BuiltInWith("""{ "aliases": { "5.3": "gpt-5.6-sol" } }""");
        Assert.Equal(new ModelResolution("5.3", "gpt-5.6-sol", catalog.Find("gpt-5.6-sol"), "5.3"), catalog.Resolve("5.3"));
        Assert.Equal("gpt-5.3-chat-latest", BuiltInCatalog.Instance.Resolve("5.3").Id);
    }

    [Fact]
    public void An_alias_goes_before_an_id_and_may_lead_to_its_short_name()
    {
        var catalog = Catalogs.BuiltInWith("""{ "aliases": { "gpt-5.4": "5.4", "gpt-5.5": "o3" } }""");
        Assert.Equal("gpt-5.4", catalog.Resolve("gpt-5.4").Id);
        Assert.Equal("o3", catalog.Resolve("gpt-5.5").Id);
        Assert.Equal("gpt-5.5", catalog.Find("gpt-5.5")!.Id);
    }

    [Fact]
    public void An_alias_may_lead_to_another_a_snapshot_or_nowhere()
    {
        var catalog = Catalogs.BuiltInWith("""
            { "aliases": { "desk": "fast", "fast": "5.4", "pinned": "gpt-5.4-2026-03-05", "lost": "gpt-9" } }
            """);
        Assert.Equal(("desk", "gpt-5.4", "fast"), (catalog.Resolve("desk").Name, catalog.Resolve("desk").Id, catalog.Resolve("desk").Alias));
        Assert.Equal("gpt-5.4-2026-03-05", catalog.Resolve("pinned").Id);
        Assert.Equal(new ModelResolution("lost", "gpt-9", null, "lost"), catalog.Resolve("lost"));
    }

    [Fact]
    public void A_circle_over_two_files_resolves_to_no_model()
    {
        var catalog = Catalogs.BuiltInWith("""{ "aliases": { "a": "b", "5.4": "a" } }""", """{ "aliases": { "b": "a" } }""");
        Assert.Equal(new ModelResolution("a", "a", null), catalog.Resolve("a"));
        Assert.Equal(new ModelResolution("5.4", "5.4", null), catalog.Resolve("5.4"));
        Assert.Equal("gpt-5.4", catalog.Resolve("gpt-5.4").Id);
    }

    [Fact]
    public void The_later_file_wins_alias_by_alias()
    {
        var catalog = Catalogs.BuiltInWith("""{ "aliases": { "a": "o3", "b": "o1" } }""", """{ "aliases": { "a": "5.4" } }""");
        Assert.Equal("gpt-5.4", catalog.Resolve("a").Id);
        Assert.Equal("o1", catalog.Resolve("b").Id);
    }

    [Fact]
    public void A_project_adds_models_and_may_take_over_a_short_name()
    {
        var catalog = Catalogs.BuiltInWith("""{ "models": [ { "id": "ft:gpt-5.4:acme", "shortNames": ["acme", "5.4"] } ] }""");
        Assert.Equal(54, catalog.Models.Count);
        Assert.Equal("ft:gpt-5.4:acme", catalog.Resolve("acme").Id);
        Assert.Equal("ft:gpt-5.4:acme", catalog.Resolve("5.4").Id);
        Assert.Equal("gpt-5.4", catalog.Resolve("gpt-5.4").Id);
    }

    [Fact]
    public void A_correction_replaces_what_it_states_and_null_makes_unknown()
    {
        var before = BuiltInCatalog.Instance.Find("gpt-5.1")!;
        var after = Catalogs.BuiltInWith("""
            { "models": [ {
              "id": "gpt-5.1", "shutdownDate": null, "status": null, "maxOutputTokens": 64000, "price": { "output": 9 },
              "capabilities": { "responses": { "batch": false }, "chat": null } } ] }
            """).Find("gpt-5.1");
        Assert.Equal(
            before with
            {
                ShutdownDate = null,
                Status = null,
                MaxOutputTokens = 64_000,
                Price = new ModelPrice { Output = 9 },
                Capabilities = new ModelCapabilities { Responses = before.Capabilities!.Responses! with { Batch = false } },
            },
            after);
    }

    [Fact]
    public void A_correction_leaves_the_catalog_below_as_it_is()
    {
        var before = BuiltInCatalog.Instance.Find("gpt-5.4");
        Assert.NotEqual(before, Catalogs.BuiltInWith("""{ "models": [ { "id": "gpt-5.4", "released": null } ] }""").Find("gpt-5.4"));
        Assert.Same(before, BuiltInCatalog.Instance.Find("gpt-5.4"));
        Assert.Same(before, BuiltInCatalog.Instance.Resolve("5.4").Facts);
    }

    [Theory]
    [InlineData("2027-05-01", "2027-05-01")]
    [InlineData("2026-01-01", "2026-11-22")]
    public void A_catalog_is_as_young_as_its_youngest_file(string date, string expected) =>
        Assert.Equal(expected, Catalogs.BuiltInWith($$"""{ "asOf": "{{date}}" }""").AsOf.ToString());

    [Fact]
    public void Equal_text_makes_equal_facts()
    {
        var again = ModelCatalog.Empty.With(CatalogReader.Read(Resources.Read("TypedLlm.models.json")).File);
        Assert.Equal(BuiltInCatalog.Instance.Models, again.Models);
        Assert.NotSame(BuiltInCatalog.Instance.Models[0], again.Models[0]);
    }

    [Fact]
    public void A_known_name_is_resolved_without_allocation()
    {
        var catalog = BuiltInCatalog.Instance;
        catalog.Resolve("5.4");
        catalog.IsAllowed("gpt-5.4");
        var before = GC.GetAllocatedBytesForCurrentThread();
        catalog.Resolve("5.4");
        catalog.IsAllowed("gpt-5.4");
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }
}
