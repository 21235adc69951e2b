namespace TypedLlm.Catalog.Tests;

public sealed class CatalogReaderTests
{
    /// <summary>Every field that the reader knows.</summary>
    public const string Complete = """
        {
          "$schema": "./models.schema.json",
          "asOf": "2027-01-02",
          "models": [
            {
              "id": "acme-1",
              "shortNames": ["a1"],
              "snapshots": ["acme-1-2027-01-01"],
              "provider": "acme",
              "released": "2027-01-01",
              "purpose": "research",
              "contextWindow": 1000,
              "maxInputTokens": 900,
              "maxOutputTokens": 100,
              "capabilities": {
                "responses": { "streaming": true, "structured": false, "jsonMode": true, "tools": "withEffortNone", "image": true, "pdf": false, "batch": true, "background": true },
                "chat": { "tools": false }
              },
              "efforts": ["none", "max"],
              "defaultEffort": "max",
              "temperature": "notWithDefaultEffort",
              "price": {
                "input": 1, "cachedInput": 0.1, "cacheWrite": 1.25, "output": 4e0, "batchMultiplier": 0.5,
                "longContext": { "aboveInputTokens": 500, "input": 2, "cachedInput": 0.2, "cacheWrite": 2.5, "output": 6 }
              },
              "status": "deprecated",
              "shutdownDate": "2028-01-01",
              "replacement": { "id": "acme-2", "reasoningMode": "pro" }
            }
          ],
          "aliases": { "fast": "a1" },
          "allow": ["fast"],
          "deny": ["gpt-4"]
        }
        """;

    [Fact]
    public void Reads_every_field()
    {
        var file = Catalogs.File(Complete);
        var expected = new ModelFacts
        {
            Id = "acme-1",
            ShortNames = new(["a1"]),
            Snapshots = new(["acme-1-2027-01-01"]),
            Provider = "acme",
            Released = new CatalogDate(2027, 1, 1),
            Purpose = ModelPurpose.Research,
            ContextWindow = 1000,
            MaxInputTokens = 900,
            MaxOutputTokens = 100,
            Capabilities = new ModelCapabilities
            {
                Responses = new EndpointCapabilities
                {
                    Streaming = true,
                    Structured = false,
                    JsonMode = true,
                    Tools = ToolSupport.WithEffortNone,
                    Image = true,
                    Pdf = false,
                    Batch = true,
                    Background = true,
                },
                Chat = new EndpointCapabilities { Tools = ToolSupport.No },
            },
            Efforts = new(["none", "max"]),
            DefaultEffort = "max",
            Temperature = TemperatureRule.NotWithDefaultEffort,
            Price = new ModelPrice
            {
                Input = 1,
                CachedInput = 0.1m,
                CacheWrite = 1.25m,
                Output = 4,
                BatchMultiplier = 0.5m,
                LongContext = new LongContextPrice { AboveInputTokens = 500, Input = 2, CachedInput = 0.2m, CacheWrite = 2.5m, Output = 6 },
            },
            Status = ModelStatus.Deprecated,
            ShutdownDate = new CatalogDate(2028, 1, 1),
            Replacement = new ModelReplacement("acme-2", "pro"),
        };
        Assert.Equal(expected, Assert.Single(file.Models).Facts);
        Assert.Equal(new CatalogDate(2027, 1, 2), file.AsOf);
        Assert.Equal(("fast", "a1"), (file.Aliases[0].Name, file.Aliases[0].Target));
        Assert.Equal(new EquatableArray<string>(["fast"]), file.Allow);
        Assert.Equal(new EquatableArray<string>(["gpt-4"]), file.Deny);
    }

    [Theory]
    [InlineData("[]", "A catalog file must be an object.", "[")]
    [InlineData("{ \"model\": [] }", "Unknown field 'model'; did you mean 'models'?", "\"model\"")]
    [InlineData("{ \"$schema\": [] }", "'$schema' must be a string.", "[")]
    [InlineData("{ \"models\": [ { \"id\": \"a\", \"shotNames\": [] } ] }", "Unknown field 'shotNames'; did you mean 'shortNames'?", "\"shotNames\"")]
    [InlineData("{ \"asOf\": \"2026-02-30\" }", "'asOf' must be a date", "\"2026-02-30\"")]
    [InlineData("{ \"models\": {} }", "'models' must be an array.", "{")]
    [InlineData("{ \"models\": [ 1 ] }", "A model must be an object.", "1")]
    [InlineData("{ \"models\": [ { } ] }", "A model needs an 'id'.", "{")]
    [InlineData("{ \"models\": [ { \"id\": 7 } ] }", "'id' must be a string.", "7")]
    [InlineData("{ \"models\": [ { \"id\": \"a b\" } ] }", "'id' must not be empty or contain white space.", "\"a b\"")]
    [InlineData("{ \"models\": [ { \"id\": \"\" } ] }", "'id' must not be empty or contain white space.", "\"\"")]
    [InlineData("{ \"models\": [ { \"id\": \"a\" }, { \"id\": \"b\" }, { \"id\": \"\\u0061\" } ] }", "'a' is already the name of 'a'.", "\"\\u0061\"")]
    [InlineData("{ \"models\": [ { \"id\": \"a\", \"shortNames\": [\"x\"] }, { \"id\": \"b\", \"shortNames\": [ \"x\" ] } ] }", "'x' is already the name of 'a'.", "\"x\" ]")]
    [InlineData("{ \"models\": [ { \"id\": \"a\", \"shortNames\": \"x\" } ] }", "'shortNames' must be an array.", "\"x\"")]
    [InlineData("{ \"models\": [ { \"id\": \"a\", \"shortNames\": [null] } ] }", "An item of 'shortNames' must be a string.", "null")]
    [InlineData("{ \"models\": [ { \"id\": \"a\", \"color\": 1 } ] }", "Unknown field 'color'.", "\"color\"")]
    [InlineData("{ \"models\": [ { \"id\": \"a\", \"contextWindow\": 0 } ] }", "'contextWindow' must be a whole number", "0")]
    [InlineData("{ \"models\": [ { \"id\": \"a\", \"contextWindow\": 1.5 } ] }", "'contextWindow' must be a whole number", "1.5")]
    [InlineData("{ \"models\": [ { \"id\": \"a\", \"contextWindow\": 99999999999 } ] }", "'contextWindow' must be a whole number", "99999999999")]
    [InlineData("{ \"models\": [ { \"id\": \"a\", \"price\": 5 } ] }", "'price' must be an object.", "5")]
    [InlineData("{ \"models\": [ { \"id\": \"a\", \"price\": { \"input\": -1 } } ] }", "'input' must be a number from 0", "-1")]
    [InlineData("{ \"models\": [ { \"id\": \"a\", \"price\": { \"input\": \"1\" } } ] }", "'input' must be a number from 0", "\"1\"")]
    [InlineData("{ \"models\": [ { \"id\": \"a\", \"price\": { \"input\": 1e999 } } ] }", "'input' must be a number from 0", "1e999")]
    [InlineData("{ \"models\": [ { \"id\": \"a\", \"price\": { \"usd\": 1 } } ] }", "Unknown field 'usd'.", "\"usd\"")]
    [InlineData("{ \"models\": [ { \"id\": \"a\", \"price\": { \"longContext\": { \"input\": 1 } } } ] }", "'longContext' needs 'aboveInputTokens'.", "\"longContext\"")]
    [InlineData("{ \"models\": [ { \"id\": \"a\", \"capabilities\": { \"batches\": {} } } ] }", "Unknown field 'batches'.", "\"batches\"")]
    [InlineData("{ \"models\": [ { \"id\": \"a\", \"capabilities\": { \"chat\": true } } ] }", "'chat' must be an object.", "true")]
    [InlineData("{ \"models\": [ { \"id\": \"a\", \"capabilities\": { \"chat\": { \"pdf\": \"yes\" } } } ] }", "'pdf' must be true or false.", "\"yes\"")]
    [InlineData("{ \"models\": [ { \"id\": \"a\", \"capabilities\": { \"chat\": { \"tools\": \"yes\" } } } ] }", "'tools' must be true, false or \"withEffortNone\".", "\"yes\"")]
    [InlineData("{ \"models\": [ { \"id\": \"a\", \"purpose\": \"coding\" } ] }", "'purpose' must be one of general, chat, codex, pro, research.", "\"coding\"")]
    [InlineData("{ \"models\": [ { \"id\": \"a\", \"efforts\": [\"huge\"] } ] }", "An effort must be one of none, minimal, low,", "\"huge\"")]
    [InlineData("{ \"models\": [ { \"id\": \"a\", \"efforts\": [\"low\"], \"defaultEffort\": \"high\" } ] }", "'high' is not among the 'efforts' of 'a'.", "\"high\"")]
    [InlineData("{ \"models\": [ { \"id\": \"a\", \"replacement\": \"b\" } ] }", "'replacement' must be an object.", "\"b\"")]
    [InlineData("{ \"models\": [ { \"id\": \"a\", \"replacement\": {} } ] }", "'replacement' needs an 'id'.", "\"replacement\"")]
    [InlineData("{ \"models\": [ { \"id\": \"a\", \"replacement\": { \"id\": \"b\", \"mode\": 1 } } ] }", "Unknown field 'mode'.", "\"mode\"")]
    [InlineData("{ \"aliases\": [] }", "'aliases' must be an object.", "[")]
    [InlineData("{ \"aliases\": { \"a b\": \"c\" } }", "An alias must not be empty or contain white space.", "\"a b\"")]
    [InlineData("{ \"aliases\": { \"a\": null } }", "The target of alias 'a' must be a string.", "null")]
    [InlineData("{ \"aliases\": { \"a\": \"a\" } }", "Alias 'a' leads into a circle, or over more than 64 others, and so to no model.", "\"a\":")]
    [InlineData("{ \"aliases\": { \"x\": \"gpt-5.4\", \"in\": \"b\", \"b\": \"in\" } }", "Alias 'in' leads into a circle, or over more than 64 others, and so to no model.", "\"in\":")]
    [InlineData("{ \"allow\": \"gpt-5.4\" }", "'allow' must be an array.", "\"gpt-5.4\"")]
    [InlineData("{ \"allow\": [\"5.4\", \"o3\"], \"deny\": [\"o1\", \"gpt-5.4\"] }", "'gpt-5.4' is both allowed and denied.", "\"gpt-5.4\"")]
    [InlineData("{ \"aliases\": { \"x\": \"5.4\" }, \"deny\": [ \"x\" ], \"allow\": [\"gpt-5.4\"] }", "'x' is both allowed and denied.", "\"x\" ]")]
    public void Problems_stand_at_their_token(string json, string message, string token)
    {
        var problem = CatalogReader.Read(json, BuiltInCatalog.Instance).Problems[0];
        Assert.StartsWith(message, problem.Message, StringComparison.Ordinal);
        Assert.StartsWith(token, json[problem.Position.Offset..], StringComparison.Ordinal);
        Assert.Equal(json[problem.Position.Offset] is '{' or '[' ? 1 : TokenLength(json, problem.Position.Offset), problem.Position.Length);
        Assert.Equal((0, problem.Position.Offset), (problem.Position.Line, problem.Position.Column));
    }

    [Fact]
    public void All_problems_are_reported_in_the_order_of_the_text()
    {
        const string Json = """
            {
              "models": [
                { "id": "a", "released": "soon", "color": 1 },
                { "id": "a" }
              ],
              "aliases": { "x": "y", "y": "x" },
              "allow": ["o3"],
              "deny": ["o3"]
            }
            """;
        Assert.Equal(
            [
                "(3,30): 'released' must be a date such as \"2026-11-22\".",
                "(3,38): Unknown field 'color'.",
                "(4,13): 'a' is already the name of 'a'.",
                "(6,16): Alias 'x' leads into a circle, or over more than 64 others, and so to no model.",
                "(6,26): Alias 'y' leads into a circle, or over more than 64 others, and so to no model.",
                "(8,12): 'o3' is both allowed and denied.",
            ],
            CatalogReader.Read(Json).Problems.Select(problem => problem.ToString()));
    }

    [Fact]
    public void What_is_wrong_is_left_out_and_the_rest_is_used()
    {
        const string Json = """
            { "models": [ { "id": "a", "contextWindow": "big", "maxOutputTokens": 5 }, { }, { "id": "b" } ],
              "aliases": { "x": "x", "z": "a" } }
            """;
        var file = CatalogReader.Read(Json).File;
        Assert.Equal([new ModelFacts { Id = "a", MaxOutputTokens = 5 }, new ModelFacts { Id = "b" }], file.Models.Select(entry => entry.Facts));
        Assert.Equal(["z"], file.Aliases.Select(alias => alias.Name));
    }

    [Fact]
    public void Text_that_is_not_json_gives_an_empty_file()
    {
        var (file, problems) = CatalogReader.Read("{ \"models\": [ { \"id\": \"a\" } ], }");
        Assert.Same(CatalogFile.Empty, file);
        Assert.Equal("(1,32): A name in double quotes is expected here.", Assert.Single(problems).ToString());
    }

    private static int TokenLength(string json, int start)
    {
        if (json[start] == '"')
        {
            return json.IndexOf('"', start + 1) + 1 - start;
        }

        var end = start;
        while (json[end] is not (' ' or ',' or '}' or ']'))
        {
            end++;
        }

        return end - start;
    }
}
