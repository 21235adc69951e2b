using TypedLlm.Chains;
using TypedLlm.Locks;

namespace TypedLlm.Catalog.Tests;

public sealed class LockRulesTests
{
    private static readonly ModelCatalog Catalog = BuiltInCatalog.Instance;

    [Fact]
    public void Access_comes_before_refusals_and_each_model_has_one_problem()
    {
        var problems = Check("""
            "a": { "models": {
              "gpt-5.4": { "access": false, "refused": [ { "endpoint": "responses", "feature": "streaming" } ] },
              "gpt-5.2": { "access": true, "refused": [ { "endpoint": "responses", "feature": "streaming" } ] } } }
            """);

        Assert.Equal([(DiagnosticIds.NoAccess, 0), (DiagnosticIds.Refused, 1)], problems.Select(problem => (problem.RuleId, problem.Index)));
        Assert.Equal(
            "The account of 'a' was refused streaming with 'gpt-5.2', says typedllm.lock.json; use 'gpt-5.6-luna'", problems[1].Message);
    }

    [Fact]
    public void Suggestions_are_not_refused_themselves()
    {
        var cheapest = Check(""" "a": { "models": { "gpt-5.4": { "access": false } } } """)[0].Suggestions[0];

        foreach (var refused in (string[])["\"access\": false", "\"refused\": [ { \"endpoint\": \"responses\", \"feature\": \"streaming\" } ]"])
        {
            var other = Check($$""" "a": { "models": { "gpt-5.4": { "access": false }, "{{cheapest}}": { {{refused}} } } } """)[0].Suggestions[0];

            Assert.NotEqual(cheapest, other);
        }
    }

    [Fact]
    public void A_name_that_is_not_known_is_not_said_to_mean_a_model_that_is_closed()
    {
        var seen = ModelLock.Of(LockReader.Read(Lock(""" "a": { "models": { "gpt-5.4-mini": { "access": false } } } """)).File, null, out _);
        var open = ChainRules.Check(["gpt-5.4-mni", "gpt-5.2"], ChainNeeds.None, new ChainOptions(Catalog.AsOf), Catalog);
        var closed = ChainRules.Check(["gpt-5.4-mni", "gpt-5.2"], ChainNeeds.None, new ChainOptions(Catalog.AsOf, Lock: seen), Catalog);

        Assert.Contains("gpt-5.4-mini", open[0].Suggestions);
        Assert.DoesNotContain("gpt-5.4-mini", closed[0].Suggestions);
    }

    [Fact]
    public void What_works_instead_is_told() => Assert.Contains(
        "; what works with it is background; else use '",
        Check(""" "a": { "models": { "gpt-5.4": { "refused": [ { "endpoint": "responses", "feature": "streaming", "use": "background" } ] } } } """)[0].Message,
        StringComparison.Ordinal);

    [Fact]
    public void Without_a_lock_nothing_is_said() =>
        Assert.Empty(ChainRules.Check(["gpt-5.4", "gpt-5.2"], ChainNeeds.Of(streaming: true), new ChainOptions(Catalog.AsOf), Catalog));

    private static IReadOnlyList<ChainProblem> Check(string environments)
    {
        var seen = ModelLock.Of(LockReader.Read(Lock(environments)).File, null, out _);
        return ChainRules.Check(["gpt-5.4", "gpt-5.2"], ChainNeeds.Of(streaming: true), new ChainOptions(Catalog.AsOf, Lock: seen), Catalog);
    }

    private static string Lock(string environments) => $$"""{ "version": 1, "environments": { {{environments}} } }""";
}
