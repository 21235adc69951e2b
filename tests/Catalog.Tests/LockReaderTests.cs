using TypedLlm.Locks;

namespace TypedLlm.Catalog.Tests;

public sealed class LockReaderTests
{
    /// <summary>Every field that the reader knows.</summary>
    public const string Complete = """
        {
          "$schema": "https://typedllm.dev/schemas/lock.schema.json",
          "version": 1,
          "environments": {
            "production": {
              "baseUrl": "https://api.openai.com/v1",
              "credential": "sha256:1f9a0c2e",
              "checked": "2026-11-20",
              "models": {
                "gpt-5.4": {
                  "access": true,
                  "refused": [
                    { "endpoint": "chat", "feature": "batch", "use": "/v1/responses" },
                    { "endpoint": "responses", "feature": "pdf" }
                  ]
                },
                "gpt-5.5-pro": { "access": false }
              }
            },
            "test": {}
          }
        }
        """;

    [Fact]
    public void Reads_every_field()
    {
        var (file, problems) = LockReader.Read(Complete);

        Assert.Empty(problems);
        Assert.Equal(["production", "test"], file.Environments.Select(environment => environment.Name));
        var production = file.Environments[0];
        Assert.Equal("https://api.openai.com/v1", production.BaseUrl);
        Assert.Equal("sha256:1f9a0c2e", production.Credential);
        Assert.Equal(new CatalogDate(2026, 11, 20), production.Checked);
        Assert.Equal(
            new LockedModel(true, new([new LockRefusal("chat", "batch", "/v1/responses"), new LockRefusal("responses", "pdf")])),
            production.Models["gpt-5.4"]);
        Assert.Equal(new LockedModel(false, default), production.Models["gpt-5.5-pro"]);
        Assert.Empty(file.Environments[1].Models);
    }

    [Theory]
    [InlineData("[]", "A lock file must be an object.", "[")]
    [InlineData("{ }", "A lock file needs \"version\": 1", "{")]
    [InlineData("{ \"version\": 2, \"environments\": { \"a\": { \"x\": 1 } } }", "A lock file needs \"version\": 1", "2")]
    [InlineData("{ \"version\": \"1\", \"environments\": {} }", "A lock file needs \"version\": 1", "\"1\"")]
    [InlineData("{ \"version\": 1 }", "A lock file needs 'environments'.", "{")]
    [InlineData("{ \"version\": 1, \"environments\": [] }", "'environments' must be an object.", "[")]
    [InlineData("{ \"version\": 1, \"enviroments\": {} }", "A lock file needs 'environments'.", "{")]
    [InlineData("{ \"version\": 1, \"environments\": {}, \"$schema\": 1 }", "'$schema' must be a string.", "1 }")]
    [InlineData("{ \"version\": 1, \"environments\": { \"a b\": {} } }", "The name of an environment must not be empty", "\"a b\"")]
    [InlineData("{ \"version\": 1, \"environments\": { \"a\": {}, \"A\": {} } }", "Environment 'A' stands twice", "\"A\"")]
    [InlineData("{ \"version\": 1, \"environments\": { \"a\": 1 } }", "Environment 'a' must be an object.", "1 }")]
    [InlineData("{ \"version\": 1, \"environments\": { \"a\": { \"model\": {} } } }", "Unknown field 'model'; did you mean 'models'?", "\"model\"")]
    [InlineData("{ \"version\": 1, \"environments\": { \"a\": { \"checked\": \"soon\" } } }", "'checked' must be a date", "\"soon\"")]
    [InlineData("{ \"version\": 1, \"environments\": { \"a\": { \"baseUrl\": [] } } }", "'baseUrl' must be a string.", "[")]
    [InlineData("{ \"version\": 1, \"environments\": { \"a\": { \"models\": [] } } }", "'models' must be an object.", "[")]
    [InlineData("{ \"version\": 1, \"environments\": { \"a\": { \"models\": { \"\": {} } } } }", "The id of a model must not be empty", "\"\"")]
    [InlineData("{ \"version\": 1, \"environments\": { \"a\": { \"models\": { \"m\": { \"acess\": true } } } } }", "Unknown field 'acess'; did you mean 'access'?", "\"acess\"")]
    [InlineData("{ \"version\": 1, \"environments\": { \"a\": { \"models\": { \"m\": { \"access\": 1 } } } } }", "'access' must be true or false.", "1 }")]
    [InlineData("{ \"version\": 1, \"environments\": { \"a\": { \"models\": { \"m\": { \"refused\": {} } } } } }", "'refused' must be an array.", "{} }")]
    [InlineData("{ \"version\": 1, \"environments\": { \"a\": { \"models\": { \"m\": { \"refused\": [ 1 ] } } } } }", "What is refused must be an object.", "1 ]")]
    [InlineData("{ \"version\": 1, \"environments\": { \"a\": { \"models\": { \"m\": { \"refused\": [ { \"feature\": \"pdf\" } ] } } } } }", "What is refused needs an 'endpoint' and a 'feature'.", "{ \"feature\"")]
    [InlineData("{ \"version\": 1, \"environments\": { \"a\": { \"models\": { \"m\": { \"refused\": [ { \"endpoint\": \"chat\", \"feature\": \"pdfs\" } ] } } } } }", "'feature' must be one of streaming, structured", "\"pdfs\"")]
    public void Problems_stand_at_their_token(string json, string message, string token)
    {
        var problem = LockReader.Read(json).Problems[0];

        Assert.StartsWith(message, problem.Message, StringComparison.Ordinal);
        Assert.StartsWith(token, json[problem.Position.Offset..], StringComparison.Ordinal);
    }

    [Fact]
    public void Each_fault_is_reported_once_and_the_rest_is_used()
    {
        const string Json = """
            { "version": 1, "environments": { "a": { "models": {
              "m": { "access": "no", "refused": [ { "endpoint": "chat", "feature": "pdfs" }, { "endpoint": "chat", "feature": "pdf" },
                { "endpoint": "chat", "feature": "pdf" } ] } } } } }
            """;
        var (file, problems) = LockReader.Read(Json);

        Assert.Equal(
            [
                "(2,20): 'access' must be true or false.",
                "(2,72): 'feature' must be one of streaming, structured, tools, image, pdf, batch, background.",
                "(3,5): 'pdf' on 'chat' is refused twice.",
            ],
            problems.Select(problem => problem.ToString()));
        Assert.Equal(new LockedModel(null, new([new LockRefusal("chat", "pdf")])), file.Environments[0].Models["m"]);
    }
}
