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
            "The account of 'a' was refused streaming with 'gpt-5.2', says typedllm.lock.json, but 'AskAsync' needs Streaming; use 'gpt-6.2-sol'",
            problems[1].Message);
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
        var closed = ChainRules.Check(["gpt-5.4-mni", "gpt-5.2"], ChainNeeds.None, new ChainOptions(Catalog.AsOf) { Lock = seen }, Catalog);

        Assert.Contains("gpt-5.4-mini", open[0].Suggestions);
        Assert.DoesNotContain("gpt-5.4-mini", closed[0].Suggestions);
    }

    [Fact]
    public void A_model_without_access_needs_no_attempt()
    {
        var seen = ModelLock.Of(LockReader.Read(Lock(""" "a": { "models": { "gpt-5.4": { "access": false } } } """)).File, null, out _);
        var options = new ChainOptions(Catalog.AsOf) { Lock = seen, MaxAttempts = 1 };

        Assert.Equal([DiagnosticIds.NoAccess], ChainRules.Check(["gpt-5.4", "gpt-5.2"], ChainNeeds.None, options, Catalog).Select(problem => problem.RuleId));
    }

    [Fact]
    public void What_works_instead_is_told() => Assert.Contains(
        "; what works with it is background; else use '",
        Check(""" "a": { "models": { "gpt-5.4": { "refused": [ { "endpoint": "responses", "feature": "streaming", "use": "background" } ] } } } """)[0].Message,
        StringComparison.Ordinal);

    [Fact]
    public void Without_a_lock_nothing_is_said() =>
        Assert.Empty(ChainRules.Check(["gpt-5.4", "gpt-5.2"], Needs.Of(streaming: true), new ChainOptions(Catalog.AsOf), Catalog));

    [Theory]
    [InlineData("streaming", "streaming")]
    [InlineData("structured", "answers in a strict schema")]
    [InlineData("image", "images")]
    [InlineData("pdf", "PDF files")]
    [InlineData("tools", "function tools")]
    [InlineData("background", "background runs")]
    [InlineData("batch", "batches")]
    public void Each_need_is_held_against_what_its_endpoint_refused(string feature, string words)
    {
        foreach (var endpoint in (EndpointKind[])[EndpointKind.Responses, EndpointKind.Chat])
        {
            foreach (var refused in (string[])["responses", "chat"])
            {
                foreach (var other in CatalogFields.Features)
                {
                    var problems = Check(
                        $$""" "a": { "models": { "own": { "refused": [ { "endpoint": "{{refused}}", "feature": "{{other}}" } ] } } } """,
                        ["own", "gpt-5.2"],
                        Needs.Of(NeedsWith(feature, endpoint)),
                        Catalogs.BuiltInWith("""{ "models": [ { "id": "own" } ] }"""));
                    if (other == feature && (endpoint == EndpointKind.Chat) == (refused == "chat"))
                    {
                        var problem = Assert.Single(problems, problem => problem.Index == 0);
                        Assert.Equal(DiagnosticIds.Refused, problem.RuleId);
                        Assert.StartsWith($"The account of 'a' was refused {words} with 'own', says", problem.Message, StringComparison.Ordinal);
                    }
                    else
                    {
                        Assert.DoesNotContain(problems, problem => problem.Index == 0);
                    }
                }
            }
        }
    }

    [Fact]
    public void A_model_that_cannot_do_it_anyway_is_not_refused_too()
    {
        var catalog = Catalogs.BuiltInWith("""{ "models": [ { "id": "own", "capabilities": { "responses": { "pdf": false } } } ] }""");

        var problems = Check(
            """ "a": { "models": { "own": { "refused": [ { "endpoint": "responses", "feature": "pdf" } ] } } } """,
            ["own", "gpt-5.2"],
            Needs.Of(new CallNeeds { Pdf = true }),
            catalog);

        Assert.Equal(DiagnosticIds.MissingCapability, Assert.Single(problems, problem => problem.Index == 0).RuleId);
    }

    private static IReadOnlyList<ChainProblem> Check(string environments) =>
        Check(environments, ["gpt-5.4", "gpt-5.2"], Needs.Of(streaming: true), Catalog);

    private static IReadOnlyList<ChainProblem> Check(string environments, string[] chain, ChainNeeds needs, ModelCatalog catalog)
    {
        var seen = ModelLock.Of(LockReader.Read(Lock(environments)).File, null, out _);
        return ChainRules.Check(chain, needs, new ChainOptions(catalog.AsOf) { Lock = seen }, catalog);
    }

    private static CallNeeds NeedsWith(string feature, EndpointKind endpoint) => new()
    {
        Endpoint = endpoint,
        Streaming = feature == "streaming",
        Structured = feature == "structured",
        Image = feature == "image",
        Pdf = feature == "pdf",
        Tools = feature == "tools",
        Background = feature == "background",
        Batch = feature == "batch",
    };

    private static string Lock(string environments) => $$"""{ "version": 1, "environments": { {{environments}} } }""";
}
