using TypedLlm.Catalog;
using TypedLlm.Simulator;
using TypedLlm.Tool.Probes;

namespace TypedLlm.Tool.Tests.Probes;

public sealed class BatchProbeTests : ProbeTest
{
    private const string Mini = "gpt-5.4-mini";

    public BatchProbeTests()
    {
        Options.BatchValidationTime = TimeSpan.FromSeconds(2);
        Options.BatchRunTime = TimeSpan.FromMinutes(2);
        Options.BatchFinalizingTime = TimeSpan.FromSeconds(5);
    }

    [Theory]
    [InlineData("Responses", "/v1/responses")]
    [InlineData("Chat", "/v1/chat/completions")]
    public async Task A_line_that_is_answered_works_and_its_files_are_deleted(string endpoint, string name)
    {
        var result = await RunAsync(Probe(ProbeKind.Batch, endpoint: Enum.Parse<EndpointKind>(endpoint)));

        AssertWorks(result);
        Assert.NotNull(result.Cost);
        var batch = Assert.Single(Simulator.State.Batches);
        Assert.Equal((name, "completed"), (batch.Endpoint, batch.Status));
        Assert.Equal(2, Simulator.State.Files.Count);
        AssertNothingIsLeft();
    }

    /// <summary>The case that this probe is for: everything says yes until the line is run.</summary>
    [Fact]
    public async Task A_batch_on_chat_that_is_accepted_and_fails_line_by_line_is_refused_and_responses_is_named()
    {
        var result = await RunAsync(Probe(ProbeKind.Batch, Mini, EndpointKind.Chat));

        AssertRefused(result, "the batch is accepted and its line fails: the service looks for a '-batch' model that does not exist (404, model_not_found); /v1/responses works");
        Assert.Equal(("/v1/responses", false, false), (result.Use, result.IsNoAccess, result.IsPending));
        Assert.Equal(["/v1/chat/completions", "/v1/responses"], Simulator.State.Batches.Select(static batch => batch.Endpoint));
        Assert.All(Simulator.State.Batches, static batch => Assert.Equal("completed", batch.Status));
        Assert.Contains("gpt-5.4-mini batch:chat: refused; trying /v1/responses", Said, StringComparison.Ordinal);
        AssertNothingIsLeft();
    }

    [Fact]
    public async Task A_model_that_batches_do_not_support_is_refused_on_both_endpoints()
    {
        Options.Account = new() { WithoutBatch = [Plain] };

        var result = await RunAsync(Probe(ProbeKind.Batch));

        AssertRefused(result, "the model is not supported by the Batch API (model_not_found); /v1/chat/completions is refused too");
        Assert.Null(result.Use);
        AssertNothingIsLeft();
    }

    [Fact]
    public async Task A_line_of_a_model_that_is_not_there_is_no_access()
    {
        Simulator.Scripts.ForCall("POST /v1/batches").Always(Faults.BatchLines(Faults.ModelNotFound(Plain)));

        var result = await RunAsync(Probe(ProbeKind.Batch));

        AssertRefused(result, "the model does not exist for this key (404, model_not_found)");
        Assert.True(result.IsNoAccess);
    }

    [Fact]
    public async Task A_line_that_misses_the_model_on_one_endpoint_alone_is_a_refusal_there()
    {
        Simulator.Scripts.ForCall("POST /v1/batches").On(1, Faults.BatchLines(Faults.ModelNotFound(Plain)));

        var result = await RunAsync(Probe(ProbeKind.Batch));

        AssertRefused(result, "/v1/chat/completions works");
        Assert.Equal((false, "/v1/chat/completions"), (result.IsNoAccess, result.Use));
    }

    [Fact]
    public async Task A_server_that_does_not_know_expiry_is_asked_without_it()
    {
        Simulator.Scripts.ForCall("POST /v1/batches").On(1, Faults.BadRequest("unknown_parameter", "?", "output_expires_after"));

        AssertWorks(await RunAsync(Probe(ProbeKind.Batch)));
        AssertNothingIsLeft();
    }

    public static TheoryData<ScriptedReply, string> Others => new()
    {
        { Faults.BatchQueueFull(Plain), "the account's queue for batches is full (token_limit_exceeded)" },
        { Faults.BatchFails("invalid_json_line", "?"), "the batch failed when it was validated (invalid_json_line)" },
        { Faults.BatchLines(Faults.InsufficientQuota()), "the quota or budget of the account is used up" },
        { Faults.BatchLines(Faults.ServerError()), "the line was answered with 500 (server_error)" },
        { Faults.BatchLines(Faults.BadGateway()), "the line was answered with 502" },
        { Faults.BatchLines(Faults.Failed("server_error", "It failed.")), "the response failed (server_error)" },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public async Task Other_outcomes_say_nothing(ScriptedReply reply, string detail)
    {
        Simulator.Scripts.ForCall("POST /v1/batches").Always(reply);

        AssertNotLearned(await RunAsync(Probe(ProbeKind.Batch)), detail);
        AssertNothingIsLeft();
    }

    [Fact]
    public async Task A_batch_that_expires_says_nothing()
    {
        Settings = Settings with { Wait = TimeSpan.FromHours(30) };
        Simulator.Scripts.ForCall("POST /v1/batches").Always(Faults.BatchExpires());

        AssertNotLearned(await RunAsync(Probe(ProbeKind.Batch)), "the line was not run (batch_expired)");
        AssertNothingIsLeft();
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_does_not_keep_the_other_from_being_read()
    {
        const string Line = """{"id":"r","custom_id":"probe","response":{"status_code":404,"body":{"error":{"code":"model_not_found","message":"?"}}},"error":null}""";
        Simulator.Scripts.ForCall("GET /v1/batches/{id}").Always(new()
        {
            Http = new HttpReply(200) { Body = """{"id":"batch_1","status":"completed","output_file_id":"file-out","error_file_id":"file-error"}""" },
        });
        Simulator.Scripts.ForCall("GET /v1/files/file-out/content").Always(Faults.BadRequest("odd_code", "?"));
        Simulator.Scripts.ForCall("GET /v1/files/file-error/content").Always(new() { Http = new HttpReply(200) { Body = Line } });

        AssertRefused(await RunAsync(Probe(ProbeKind.Batch)), "the model does not exist for this key (404, model_not_found)");
    }

    [Fact]
    public async Task Looks_that_fail_do_not_end_following()
    {
        Simulator.Scripts.ForCall("GET /v1/batches/{id}").First(2, Faults.BadRequest("odd_code", "?")).On(3, Faults.HtmlInsteadOfAnswer()).On(4, Faults.InsufficientQuota());

        AssertWorks(await RunAsync(Probe(ProbeKind.Batch)));
        AssertNothingIsLeft();
    }

    [Fact]
    public async Task A_server_without_batches_says_nothing()
    {
        Options.Account = new() { MissingCalls = ["* /v1/batches"] };

        AssertNotLearned(await RunAsync(Probe(ProbeKind.Batch)), "the server may not offer this call");
        AssertNothingIsLeft();
    }

    [Fact]
    public async Task What_works_instead_is_not_tried_beyond_the_bound_of_cost()
    {
        Settings = Settings with { MaxCost = Runner().Estimate([Probe(ProbeKind.Batch, Mini, EndpointKind.Chat)])!.Value };

        var result = await RunAsync(Probe(ProbeKind.Batch, Mini, EndpointKind.Chat));

        AssertRefused(result, "whether /v1/responses works was not tried, since --max-cost leaves nothing for it");
        Assert.Single(Simulator.State.Batches);
    }
}
