namespace TypedLlm.Catalog.Tests;

public sealed class BuiltInCatalogTests
{
    private static readonly ModelCatalog Catalog = BuiltInCatalog.Instance;

    [Fact]
    public void Knows_53_models_as_of_its_date()
    {
        Assert.Equal(53, Catalog.Models.Count);
        Assert.Equal("2026-11-22", Catalog.AsOf.ToString());
    }

    [Fact]
    public void Is_read_without_problems() => Assert.Empty(CatalogReader.Read(Resources.Read("TypedLlm.models.json")).Problems);

    [Fact]
    public void No_name_stands_for_two_models()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var model in Catalog.Models)
        {
            Assert.True(names.Add(model.Id), model.Id);
            Assert.All(model.ShortNames, name => Assert.True(names.Add(name), name));
        }

        var snapshots = Catalog.Models.SelectMany(model => model.Snapshots).ToArray();
        Assert.Equal(snapshots.Length, snapshots.Distinct().Count());
    }

    [Fact]
    public void Every_gpt_model_is_named_by_its_id_without_the_prefix()
    {
        foreach (var model in Catalog.Models.Where(model => model.Id.StartsWith("gpt-", StringComparison.Ordinal)))
        {
            Assert.Equal(model.Id, Catalog.Resolve(model.Id["gpt-".Length..]).Id);
        }
    }

    [Theory]
    [InlineData("5.4", "gpt-5.4")]
    [InlineData("5.4-mini", "gpt-5.4-mini")]
    [InlineData("5.3", "gpt-5.3-chat-latest")]
    [InlineData("5.3-codex", "gpt-5.3-codex")]
    [InlineData("5.6", "gpt-5.6-sol")]
    [InlineData("gpt-5.6", "gpt-5.6-sol")]
    [InlineData("6-sol", "gpt-6-sol")]
    [InlineData("6.2-astra", "gpt-6.2-astra")]
    [InlineData("4o", "gpt-4o")]
    [InlineData("o3", "o3")]
    [InlineData("gpt-5.4-2026-03-05", "gpt-5.4-2026-03-05")]
    public void Short_names_are_an_interface_that_only_grows(string name, string id) => Assert.Equal(id, Catalog.Resolve(name).Id);

    [Fact]
    public void A_generation_of_several_models_has_no_short_name()
    {
        Assert.Null(Catalog.Resolve("6").Facts);
        Assert.Null(Catalog.Resolve("6.1").Facts);
        Assert.Null(Catalog.Resolve("6.2").Facts);
    }

    [Fact]
    public void Every_replacement_leads_to_a_live_model()
    {
        foreach (var model in Catalog.Models.Where(model => model.Replacement is not null))
        {
            var replacement = Catalog.LiveReplacement(model, Catalog.AsOf);
            Assert.NotNull(replacement);
            Assert.True(replacement.Facts.IsLiveForGood(Catalog.AsOf), model.Id);
        }
    }

    [Fact]
    public void Status_and_date_agree_with_the_day_of_the_catalog()
    {
        foreach (var model in Catalog.Models)
        {
            Assert.Equal(model.Status == ModelStatus.ShutDown, model.IsShutDown(Catalog.AsOf));
            Assert.Equal(model.Status is null, model.ShutdownDate is null);
            Assert.False(model.Status == ModelStatus.ShutDown && model.Replacement is null, model.Id);
        }
    }

    [Fact]
    public void Limits_and_prices_are_possible()
    {
        foreach (var model in Catalog.Models)
        {
            Assert.True(model.MaxOutputTokens <= model.ContextWindow, model.Id);
            Assert.False(model.MaxInputTokens > model.ContextWindow, model.Id);
            var price = model.Price!;
            Assert.True(price.Input > 0 && price.Output > price.Input, model.Id);
            Assert.False(price.CachedInput >= price.Input, model.Id);
            Assert.False(price.CacheWrite <= price.Input, model.Id);
            Assert.True(price.BatchMultiplier is null or 0.5m, model.Id);
            Assert.False(price.LongContext?.Input <= price.Input, model.Id);
            Assert.False(price.LongContext?.Output <= price.Output, model.Id);
        }
    }

    [Fact]
    public void Every_model_is_offered_on_responses_and_none_runs_in_the_background_on_chat()
    {
        foreach (var model in Catalog.Models)
        {
            Assert.NotNull(model.Capabilities!.Responses);
            Assert.True(model.Capabilities.Chat is null or { Background: false }, model.Id);
            Assert.NotNull(model.Purpose);
            Assert.Equal("openai", model.Provider);
        }
    }

    [Fact]
    public void Models_that_reason_always_take_no_tools_on_chat()
    {
        foreach (var model in Catalog.Models.Where(model => model.Capabilities!.Chat?.Tools == ToolSupport.WithEffortNone))
        {
            Assert.True(model.Efforts!.Value.Contains("none"), model.Id);
        }

        Assert.Equal(ToolSupport.No, Catalog.Find("gpt-6.2-sol")!.Capabilities!.Chat!.Tools);
        Assert.Equal(ToolSupport.WithEffortNone, Catalog.Find("gpt-5.4")!.Capabilities!.Chat!.Tools);
        Assert.Equal(ToolSupport.Yes, Catalog.Find("gpt-5.2")!.Capabilities!.Chat!.Tools);
        Assert.Equal(ToolSupport.Yes, Catalog.Find("gpt-6.2-sol")!.Capabilities!.Responses!.Tools);
    }

    [Theory]
    [InlineData("gpt-5.4", 1_050_000, 922_000, 128_000, 2.5, 0.25, 15.0)]
    [InlineData("gpt-5.2", 400_000, 272_000, 128_000, 1.75, 0.175, 14.0)]
    [InlineData("gpt-5-pro", 400_000, 272_000, 272_000, 15.0, null, 120.0)]
    [InlineData("gpt-5.6-sol", 1_050_000, 922_000, 128_000, 4.0, null, 20.0)]
    [InlineData("gpt-6-luna", 1_050_000, 922_000, 128_000, 0.1, 0.01, 0.5)]
    [InlineData("gpt-4.1", 1_047_576, null, 32_768, 2.0, 0.5, 8.0)]
    [InlineData("gpt-4o-2024-05-13", 128_000, null, 4_096, 5.0, null, 15.0)]
    public void Limits_and_prices(string id, int context, int? input, int output, double inputPrice, double? cachedPrice, double outputPrice)
    {
        var model = Catalog.Find(id)!;
        Assert.Equal((context, input, output), (model.ContextWindow, model.MaxInputTokens, model.MaxOutputTokens));
        Assert.Equal((decimal)inputPrice, model.Price!.Input);
        Assert.Equal((decimal?)cachedPrice, model.Price.CachedInput);
        Assert.Equal((decimal)outputPrice, model.Price.Output);
    }

    [Fact]
    public void Price_of_long_input()
    {
        var price = Catalog.Find("gpt-5.4")!.Price!.LongContext;
        Assert.Equal(new LongContextPrice { AboveInputTokens = 272_000, Input = 5, CachedInput = 0.5m, Output = 22.5m }, price);
        Assert.Equal(0.25m, Catalog.Find("gpt-6-luna")!.Price!.LongContext!.CacheWrite);
    }

    [Theory]
    [InlineData("gpt-5.4", "none low medium high xhigh", "medium", "WithEffortNone")]
    [InlineData("gpt-5.1", "none low medium high", "none", "WithEffortNone")]
    [InlineData("gpt-5-mini", "minimal low medium high", null, "Rejected")]
    [InlineData("gpt-5-pro", "high", "high", "Rejected")]
    [InlineData("gpt-6.2-sol", "low medium high xhigh max", "medium", "NotWithDefaultEffort")]
    [InlineData("gpt-4.1", "", null, "Allowed")]
    [InlineData("gpt-5-chat-latest", null, null, null)]
    public void Efforts_and_temperature(string id, string? efforts, string? defaultEffort, string? temperature)
    {
        var model = Catalog.Find(id)!;
        Assert.Equal(efforts, model.Efforts is { } known ? string.Join(' ', known) : null);
        Assert.Equal(defaultEffort, model.DefaultEffort);
        Assert.Equal(temperature, model.Temperature?.ToString());
    }

    [Theory]
    [InlineData("gpt-5.3-chat-latest", "2026-08-10", "gpt-5.6-sol", null)]
    [InlineData("gpt-5", "2026-12-11", "gpt-6.1-sol", null)]
    [InlineData("gpt-5-mini", "2026-12-11", "gpt-6.1-terra", null)]
    [InlineData("o3-pro", "2026-12-11", "gpt-5.6-sol", "pro")]
    [InlineData("gpt-5.1", "2027-04-01", null, null)]
    [InlineData("gpt-4o", "2027-01-14", "gpt-6-luna", null)]
    [InlineData("gpt-4o-2024-05-13", "2026-10-23", "gpt-5.6-sol", null)]
    [InlineData("o4-mini", "2026-10-23", "gpt-5.6-terra", null)]
    public void Ends_and_replacements(string id, string date, string? replacement, string? mode)
    {
        var model = Catalog.Find(id)!;
        Assert.Equal(date, model.ShutdownDate.ToString());
        Assert.Equal(replacement, model.Replacement?.Id);
        Assert.Equal(mode, model.Replacement?.ReasoningMode);
    }

    [Fact]
    public void What_is_not_known_is_absent()
    {
        Assert.Null(Catalog.Find("gpt-5-pro")!.Capabilities!.Responses!.Streaming);
        Assert.Null(Catalog.Find("gpt-6-sol")!.Capabilities!.Responses!.Batch);
        Assert.Null(Catalog.Find("gpt-5.4-mini")!.Capabilities!.Responses!.Pdf);
        Assert.Null(Catalog.Find("gpt-6.2-sol")!.Price!.CachedInput);
        Assert.Null(Catalog.Find("gpt-5.4-pro")!.Capabilities!.Chat);
    }
}
