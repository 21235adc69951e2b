using TypedLlm.Chains;

namespace TypedLlm.Catalog.Tests;

public sealed class ChainRulesTests
{
    [Theory]
    [InlineData("gpt-5.4", "gpt-5.2")]
    [InlineData("5.4", "5.6", "6-sol")]
    [InlineData("gpt-5.2", "gpt-5.1")]
    public void A_sound_chain_has_no_problem(params string[] chain) => Assert.Empty(Check(chain));

    [Fact]
    public void Unknown_facts_are_no_problem()
    {
        var catalog = Catalogs.Of("""{ "models": [ { "id": "a" }, { "id": "b" } ] }""");
        Assert.Empty(Check(["a", "b"], catalog, Needs.Of(true, 1_000_000, "max", 0.1)));
    }

    [Fact]
    public void Unknown_model()
    {
        var problem = Assert.Single(Check(["gpt5.4", "5.2"]));
        Assert.Equal((DiagnosticIds.UnknownModel, 0, "gpt5.4"), (problem.RuleId, problem.Index, problem.Name));
        Assert.Equal("gpt-5.4", problem.Suggestions[0]);
        Assert.StartsWith("The catalog knows no model 'gpt5.4'; did you mean 'gpt-5.4' or '", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_model_like_no_other()
    {
        var problem = Assert.Single(Check(["5.4", "house-model"]));
        Assert.Equal((DiagnosticIds.UnknownModel, 1), (problem.RuleId, problem.Index));
        Assert.Empty(problem.Suggestions);
        Assert.Equal(
            "The catalog knows no model 'house-model'; if the service has it, declare it in typedllm.models.json", problem.Message);
    }

    [Fact]
    public void Unknown_model_behind_an_alias()
    {
        var problem = Assert.Single(Check(["5.4", "desk"], Catalogs.BuiltInWith("""{ "aliases": { "desk": "gpt-5.22" } }""")));
        Assert.Equal("desk", problem.Name);
        Assert.StartsWith(
            "The catalog knows no model 'gpt-5.22'; 'desk' stands for it; did you mean 'gpt-5.2' or ", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_fallback()
    {
        var problem = Assert.Single(Check(["5.4"]));
        Assert.Equal((DiagnosticIds.NoFallback, 0, "5.4"), (problem.RuleId, problem.Index, problem.Name));
        Assert.Equal(["gpt-5.2"], problem.Suggestions);
        Assert.Equal(
            "Nothing answers when '5.4' fails; set Fallback = \"gpt-5.2\", or say with NoFallback why there is none", problem.Message);
    }

    [Fact]
    public void No_fallback_where_none_exists()
    {
        var problem = Assert.Single(Check(["5.4"], Catalogs.BuiltInWith("""{ "allow": ["5.4"] }""")));
        Assert.Empty(problem.Suggestions);
        Assert.Equal("Nothing answers when '5.4' fails; set Fallback, or say with NoFallback why there is none", problem.Message);
    }

    [Fact]
    public void No_fallback_after_an_unknown_primary_suggests_none()
    {
        var problems = Check(["house-model"]);
        Assert.Equal([DiagnosticIds.UnknownModel, DiagnosticIds.NoFallback], problems.Select(problem => problem.RuleId));
        Assert.Empty(problems[1].Suggestions);
    }

    [Theory]
    [InlineData("one region only", 0)]
    [InlineData("  ", 1)]
    [InlineData("", 1)]
    public void A_reason_and_only_a_reason_opts_out_of_the_fallback(string reason, int problems) =>
        Assert.Equal(problems, Check(["5.4"], noFallback: reason).Count);

    [Theory]
    [InlineData("gpt-5.4", "5.4", "Fallback '5.4' is 'gpt-5.4', as 'gpt-5.4' before it, and fails with it; use 'gpt-5.2' or remove it")]
    [InlineData("5.6", "gpt-5.6", "Fallback 'gpt-5.6' is 'gpt-5.6-sol', as '5.6' before it, and fails with it; use 'gpt-5.4' or remove it")]
    [InlineData("gpt-5.4", "gpt-5.4", "Fallback 'gpt-5.4' stands in the chain twice, which adds nothing; use 'gpt-5.2' or remove it")]
    public void Fallback_equals_primary(string primary, string fallback, string message)
    {
        var problem = Assert.Single(Check([primary, fallback]));
        Assert.Equal((DiagnosticIds.FallbackEqualsPrimary, 1, fallback), (problem.RuleId, problem.Index, problem.Name));
        Assert.Equal(message, problem.Message);
        Assert.Single(problem.Suggestions);
    }

    [Fact]
    public void Fallback_equals_an_earlier_fallback_once()
    {
        var problems = Check(["5.4", "5.2", "gpt-5.2", "5.2"], maxAttempts: 4);
        Assert.Equal([(2, "gpt-5.2"), (3, "5.2")], problems.Select(problem => (problem.Index, problem.Name)));
        Assert.All(problems, problem => Assert.Equal("5.2", problem.Arguments[1]));
    }

    [Fact]
    public void Fallback_equals_primary_by_way_of_an_alias() =>
        Assert.Equal(
            DiagnosticIds.FallbackEqualsPrimary,
            Assert.Single(Check(["5.6", "5.3"], Catalogs.BuiltInWith("""{ "aliases": { "5.3": "gpt-5.6-sol" } }"""))).RuleId);

    [Fact]
    public void A_snapshot_is_another_id_than_its_model() => Assert.Empty(Check(["gpt-5.4-2026-03-05", "5.4"]));

    [Fact]
    public void Primary_is_shut_down()
    {
        var problem = Assert.Single(Check(["5.3", "5.4"]));
        Assert.Equal((DiagnosticIds.PrimaryShutDown, 0, "5.3"), (problem.RuleId, problem.Index, problem.Name));
        Assert.Equal(["gpt-5.6-sol"], problem.Suggestions);
        Assert.Equal(
            "Primary '5.3' (gpt-5.3-chat-latest) was shut down on 2026-08-10, so every call to it fails; use 'gpt-5.6-sol'", problem.Message);
    }

    [Fact]
    public void Fallback_is_shut_down()
    {
        var problem = Assert.Single(Check(["5.4", "5.3"]));
        Assert.Equal((DiagnosticIds.FallbackShutDown, 1, "5.3"), (problem.RuleId, problem.Index, problem.Name));
        Assert.Equal(["gpt-5.6-sol"], problem.Suggestions);
        Assert.Equal(
            "Fallback '5.3' (gpt-5.3-chat-latest) was shut down on 2026-08-10, so that the chain has no working fallback; use 'gpt-5.6-sol'",
            problem.Message);
    }

    [Theory]
    [InlineData(1.2, "gpt-5.2")]
    [InlineData(1.5, "gpt-5.6-sol")]
    [InlineData(double.NaN, "gpt-5.6-sol")]
    [InlineData(double.MaxValue, "gpt-5.6-sol")]
    [InlineData(double.PositiveInfinity, "gpt-5.6-sol")]
    public void No_fallback_is_suggested_that_is_dearer_than_the_chain_may_be(double ratio, string suggestion) =>
        Assert.Equal([suggestion], Assert.Single(Check(["5.4", "5.3"], ratio: ratio)).Suggestions);

    [Fact]
    public void The_price_of_a_primary_has_no_limit() =>
        Assert.Equal(["gpt-5.6-sol"], Assert.Single(Check(["5.3", "5.4"], ratio: 1.1)).Suggestions);

    [Fact]
    public void Fallback_is_shut_down_but_another_works() =>
        Assert.Equal(
            "Fallback 'o1-pro' was shut down on 2026-10-23; use 'gpt-5.6-sol' (an equal in reasoning mode pro)",
            Assert.Single(Check(["5.4", "o1-pro", "5.2"])).Message);

    [Fact]
    public void Fallback_is_shut_down_and_its_alias_mends_it() =>
        Assert.Empty(Check(["5.4", "5.3"], Catalogs.BuiltInWith("""{ "aliases": { "5.3": "gpt-5.6-sol" } }""")));

    [Fact]
    public void A_shut_down_model_without_date_or_replacement()
    {
        var catalog = Catalogs.Of("""{ "models": [ { "id": "a", "status": "shutDown" }, { "id": "b" } ] }""");
        var problem = Assert.Single(Check(["a", "b"], catalog));
        Assert.Empty(problem.Suggestions);
        Assert.Equal("Primary 'a' was shut down, so every call to it fails; name another model", problem.Message);
    }

    [Theory]
    [InlineData(2026, 8, 9, 0)]
    [InlineData(2026, 8, 10, 1)]
    public void A_model_is_shut_down_from_its_date_on(int year, int month, int day, int problems) =>
        Assert.Equal(problems, ChainRules.Check(
            ["5.4", "5.3"], ChainNeeds.None, new ChainOptions(new CatalogDate(year, month, day)) { RetirementHorizonDays = 0 }, BuiltInCatalog.Instance).Count);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public void No_primary(string? primary)
    {
        var problem = Assert.Single(ChainRules.Check([primary, "5.4"], ChainNeeds.None, Options(), BuiltInCatalog.Instance));
        Assert.Equal((DiagnosticIds.NoPrimary, 0, ""), (problem.RuleId, problem.Index, problem.Name));
        Assert.Equal("The endpoint has no primary model; set Primary to the id or short name of a model", problem.Message);
    }

    [Fact]
    public void An_empty_chain_lacks_a_primary_only() =>
        Assert.Equal(DiagnosticIds.NoPrimary, Assert.Single(Check([])).RuleId);

    [Fact]
    public void Problems_come_in_the_order_of_the_chain() =>
        Assert.Equal(
            [(0, DiagnosticIds.PrimaryShutDown), (1, DiagnosticIds.UnknownModel), (2, DiagnosticIds.FallbackShutDown), (2, DiagnosticIds.FallbackEqualsPrimary)],
            Check(["5.3", "house-model", "gpt-5.3-chat-latest"]).Select(problem => (problem.Index, problem.RuleId)));

    [Fact]
    public void No_two_fixes_of_a_chain_propose_the_same_model() =>
        Assert.Equal(
            ["gpt-5.6-sol", "gpt-5.2", "gpt-6.2-sol"],
            Check(["5.3", "gpt-5.2-chat-latest", "gpt-5-codex"]).Select(problem => Assert.Single(problem.Suggestions)));

    [Fact]
    public void A_name_near_a_model_of_the_chain_is_not_taken_for_it()
    {
        Assert.Equal("gpt-5.4", Check(["gpt5.4", "5.2"])[0].Suggestions[0]);
        Assert.DoesNotContain("gpt-5.4", Check(["5.4", "gpt5.4"])[0].Suggestions);
        var problems = Check(["gpt-5.4x", "gpt5.4"]);
        Assert.Equal("gpt-5.4", problems[0].Suggestions[0]);
        Assert.DoesNotContain("gpt-5.4", problems[1].Suggestions);
    }

    [Theory]
    [InlineData("5.4", "5.3", "5.5", "5.2")]
    [InlineData("5.3", "5.4", "5.5", "5.2")]
    [InlineData("5.4", "gpt-5.4", "5.5", "5.2")]
    [InlineData("5.4", "5.1", "5.5", "5.2")]
    [InlineData("5.4", "gpt-5.3-codex-spark", "5.5", "5.2")]
    public void A_model_that_is_never_asked_needs_no_attempt(params string[] chain)
    {
        var catalog = Catalogs.BuiltInWith("""{ "deny": ["5.1"] }""");
        var needs = Needs.Of(true, maxOutputTokens: 64_000);
        Assert.DoesNotContain(DiagnosticIds.ChainLongerThanAttempts, Check(chain, catalog, needs).Select(problem => problem.RuleId));
        Assert.Contains(Check(chain, catalog, needs, maxAttempts: 2), problem => problem.RuleId == DiagnosticIds.ChainLongerThanAttempts && problem.Index == 3);
    }

    [Fact]
    public void Equal_inputs_give_equal_problems() => Assert.Equal(Check(["gpt5.4", "5.3"]), Check(["gpt5.4", "5.3"]));

    private static ChainOptions Options(string? noFallback = null, double? ratio = null, int maxAttempts = 3) =>
        new(BuiltInCatalog.Instance.AsOf, noFallback, ratio) { MaxAttempts = maxAttempts };

    private static IReadOnlyList<ChainProblem> Check(
        string[] chain, ModelCatalog? catalog = null, ChainNeeds? needs = null, string? noFallback = null, double? ratio = null, int maxAttempts = 3) =>
        ChainRules.Check(chain, needs ?? Needs.Of(true), Options(noFallback, ratio, maxAttempts), catalog ?? BuiltInCatalog.Instance);
}
