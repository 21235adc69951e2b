namespace TypedLlm.Catalog.Tests;

public sealed class UnknownNamesTests
{
    [Theory]
    [InlineData("""{ "allow": [ "gpt-5.4", "gpt-5.4-mni" ] }""", "(1,25): No model is known as 'gpt-5.4-mni' in 'allow'; did you mean 'gpt-5.4-mini'?")]
    [InlineData("""{ "deny": [ "gpt-5.4-mni" ], "allow": [ "gpt-5.4" ] }""", "(1,13): No model is known as 'gpt-5.4-mni' in 'deny'; did you mean 'gpt-5.4-mini'?")]
    [InlineData("""{ "aliases": { "a": "acme-1" } }""", "(1,21): No model is known as 'acme-1' in alias 'a'; if the service has it, declare it under 'models' in typedllm.models.json")]
    [InlineData("""{ "aliases": { "a": "b", "b": "acme-1" }, "deny": [ "a", "b" ] }""", "(1,31): No model is known as 'acme-1' in alias 'b'; if the service has it, declare it under 'models' in typedllm.models.json")]
    public void A_name_that_leads_nowhere_is_told_of_once(string json, string expected) =>
        Assert.Equal([expected], Find(json).Select(problem => problem.ToString()));

    [Theory]
    [InlineData("""{ "allow": [ "gpt-5.4", "5.3", "gpt-5.4-2026-03-05", "mine" ], "aliases": { "mine": "own" }, "models": [ { "id": "own" } ] }""")]
    [InlineData("""{ "allow": [ 1, null, "", "a b" ], "aliases": { "a": 1 } }""")]
    [InlineData("""{ "models": [ { "id": "a", "replacement": { "id": "b" } } ] }""")]
    public void Known_names_and_what_is_reported_already_are_not(string json) => Assert.Empty(Find(json));

    [Fact]
    public void Aliases_of_two_files_may_form_a_circle()
    {
        var first = CatalogReader.Read("""{ "aliases": { "a": "b" } }""").File;
        var second = CatalogReader.Read("""{ "aliases": { "b": "a" } }""").File;

        Assert.Single(UnknownNames.Find(second, ModelCatalog.Empty.With(first).With(second)));
    }

    private static IReadOnlyList<CatalogProblem> Find(string json)
    {
        var file = CatalogReader.Read(json, BuiltInCatalog.Instance).File;
        return UnknownNames.Find(file, BuiltInCatalog.Instance.With(file));
    }
}
