using TypedLlm.Catalog;
using TypedLlm.Locks;
using TypedLlm.Tool.Locks;
using TypedLlm.Tool.Probes;
using TypedLlm.Tool.Tests.Reports;
using TypedLlm.Tool.Tests.Support;
using TypedLlm.Tool.Verification;

namespace TypedLlm.Tool.Tests.Locks;

public sealed class LockMergeTests
{
    private static readonly CatalogDate Today = new(2026, 11, 22);

    private static readonly LockFile Old = LockReader.Read("""
        { "version": 1, "environments": { "Production": { "baseUrl": "https://old.example/v1", "credential": "sha256:old", "checked": "2026-01-01", "models": {
            "gpt-5": { "access": true, "refused": [{ "endpoint": "responses", "feature": "streaming" }, { "endpoint": "chat", "feature": "batch", "use": "/v1/responses" }] },
            "other": { "access": false } } } } }
        """).File;

    [Fact]
    public void What_was_tried_replaces_and_what_was_not_stays()
    {
        var merged = Merge(
            new ListedModel(true, null),
            SampleReport.Result(ProbeKind.Streaming),
            SampleReport.Result(ProbeKind.Pdf, ProbeVerdict.Refused),
            SampleReport.Result(ProbeKind.Batch, ProbeVerdict.NotLearned, EndpointKind.Chat));

        Assert.Equal(new LockRefusal("chat", "batch", "/v1/responses"), merged.Models["gpt-5"].Refused[0]);
        Assert.Equal([("chat", "batch"), ("responses", "pdf")], merged.Models["gpt-5"].Refused.Select(refusal => (refusal.Endpoint, refusal.Feature)));
        Assert.Equal(false, merged.Models["other"].Access);
        Assert.Equal(("Production", "https://new.example/v1", "sha256:new", (CatalogDate?)Today), (merged.Name, merged.BaseUrl, merged.Credential, merged.Checked));
    }

    [Fact]
    public void A_model_that_is_not_there_keeps_what_was_refused()
    {
        var merged = Merge(new ListedModel(false, null));

        Assert.Equal(false, merged.Models["gpt-5"].Access);
        Assert.Equal(2, merged.Models["gpt-5"].Refused.Count);
    }

    [Fact]
    public void What_was_not_learned_changes_nothing_not_even_the_day() =>
        Assert.Same(Old.Environments[0], Merge(ListedModel.NotLearned("no list"), SampleReport.Result(ProbeKind.Call, ProbeVerdict.NotLearned)));

    [Fact]
    public void What_was_tried_says_more_than_a_list() => Assert.Equal(
        false, Merge(new ListedModel(true, null), SampleReport.Result(ProbeKind.Call, ProbeVerdict.Refused) with { IsNoAccess = true }).Models["gpt-5"].Access);

    [Fact]
    public void The_file_is_sorted_and_is_read_as_it_was_written()
    {
        var file = LockMerge.With(Old, new LockEnvironment { Name = "Alpha", Models = new Dictionary<string, LockedModel>() });

        var text = LockWriter.Write(file);

        Assert.Equal(
            """
            {
              "$schema": "https://typedllm.dev/schemas/lock.schema.json",
              "version": 1,
              "environments": {
                "Alpha": {
                  "models": {}
                },
                "Production": {
                  "baseUrl": "https://old.example/v1",
                  "credential": "sha256:old",
                  "checked": "2026-01-01",
                  "models": {
                    "gpt-5": {
                      "access": true,
                      "refused": [
                        {
                          "endpoint": "chat",
                          "feature": "batch",
                          "use": "/v1/responses"
                        },
                        {
                          "endpoint": "responses",
                          "feature": "streaming"
                        }
                      ]
                    },
                    "other": {
                      "access": false
                    }
                  }
                }
              }
            }

            """,
            text);
        Assert.Equal(text, LockWriter.Write(LockReader.Read(text).File));
        Assert.Empty(LockReader.Read(text).Problems);
    }

    [Theory]
    [InlineData("{ ")]
    [InlineData("""{ "version": 2, "environments": {} }""")]
    [InlineData("""{ "version": 1, "environments": { "default": { "model": {} } } }""")]
    public async Task A_lock_that_cannot_be_read_is_an_error_before_anything_is_asked(string text)
    {
        await using var scene = await VerifyScene.StartAsync();
        scene.Folder.Write("typedllm.lock.json", text);

        var run = await scene.VerifyAsync();

        Assert.Equal(2, run.Code);
        Assert.Contains("typedllm.lock.json(1,", run.Error, StringComparison.Ordinal);
        Assert.Empty(scene.Simulator.Log.Requests);
        Assert.Equal(text, scene.Lock);
    }

    [Fact]
    public async Task A_second_run_leaves_the_file_as_it_is_and_other_environments_stay()
    {
        await using var scene = await VerifyScene.StartAsync();
        var other = """{ "version": 1, "environments": { "other": { "checked": "2026-01-01", "models": { "x": { "access": false } } } } }""";
        scene.Folder.Write("deploy/our.lock.json", other);

        await scene.VerifyAsync("--no-lock", "--lock", "deploy/our.lock.json");
        var unwritten = scene.Folder.Read("deploy/our.lock.json");
        await scene.VerifyAsync("--lock", "deploy/our.lock.json");
        var first = scene.Folder.Read("deploy/our.lock.json");
        var second = await scene.VerifyAsync("--lock", "deploy/our.lock.json");

        Assert.Equal(other, unwritten);
        Assert.Contains("\"other\": {", first, StringComparison.Ordinal);
        Assert.Equal((first, ""), (scene.Folder.Read("deploy/our.lock.json"), second.Error));
        Assert.Equal(["our.lock.json"], Directory.GetFiles(scene.Folder.File("deploy")).Select(Path.GetFileName));
    }

    private static LockEnvironment Merge(ListedModel listed, params ProbeResult[] results) => LockMerge.Merge(
        Old.Environments[0], "production", "https://new.example/v1", "sha256:new", Today, [new ModelObservation(SampleReport.Model("gpt-5"), listed, results)])!;
}
