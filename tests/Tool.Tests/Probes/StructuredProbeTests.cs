using TypedLlm.Simulator;
using TypedLlm.Tool.Probes;

namespace TypedLlm.Tool.Tests.Probes;

public sealed class StructuredProbeTests : ProbeTest
{
    [Fact]
    public async Task An_answer_in_the_schema_is_a_success() => AssertWorks(await RunAsync(Probe(ProbeKind.Structured)));

    [Fact]
    public async Task A_model_without_schemas_is_refused()
    {
        Options.Account = new() { WithoutStructured = [Plain] };

        AssertRefused(await RunAsync(Probe(ProbeKind.Structured)), "the model does not answer in a JSON schema (400");
    }

    /// <summary>The schema is ours: what is wrong with it says nothing about the model.</summary>
    [Fact]
    public async Task A_schema_that_is_refused_says_nothing()
    {
        Simulator.Scripts.ForAnyModel.Always(Faults.BadRequest("invalid_json_schema", "Invalid schema.", "text.format.schema"));

        AssertNotLearned(await RunAsync(Probe(ProbeKind.Structured)), "(400, invalid_json_schema, param text.format.schema)");
    }

    [Theory]
    [InlineData("gpt-5.4", null, "\"max_output_tokens\":64", "\"reasoning\":{\"effort\":\"none\"}")]
    [InlineData("gpt-6-astra", null, "\"max_output_tokens\":1024", "\"reasoning\":{\"effort\":\"low\"}")]
    [InlineData("gpt-6-astra", "high", "\"max_output_tokens\":1024", "\"reasoning\":{\"effort\":\"high\"}")]
    public async Task Models_that_reason_do_so_as_little_as_they_can_where_nothing_else_is_asked(string model, string? effort, string limit, string reasoning)
    {
        AssertWorks(await RunAsync(Probe(ProbeKind.Structured, model) with { Effort = effort }));

        var sent = Assert.Single(Simulator.Log.Requests).Body;
        Assert.Contains(limit, sent, StringComparison.Ordinal);
        Assert.Contains(reasoning, sent, StringComparison.Ordinal);
    }

    public static TheoryData<ScriptedReply, string> Others => new()
    {
        { Answers.Text("ok"), "the server seems to take no notice of it" },
        { Answers.Text("{\"ok\":\"yes\"}"), "the server seems to take no notice of it" },
        { Answers.Refusal("no"), "the model refused to answer" },
        { new ScriptedReply { Answer = new() { Text = "{\"o", Ending = new(EndingKind.Incomplete) { Code = "max_output_tokens" } } }, "was cut at 64 tokens" },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public async Task An_answer_that_does_not_fit_says_nothing(ScriptedReply reply, string detail)
    {
        Simulator.Scripts.ForAnyModel.Always(reply);

        AssertNotLearned(await RunAsync(Probe(ProbeKind.Structured)), detail);
    }
}
