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

    public static TheoryData<ScriptedReply, string> Others => new()
    {
        { Answers.Text("ok"), "the server seems to take no notice of it" },
        { Answers.Text("{\"ok\":\"yes\"}"), "the server seems to take no notice of it" },
        { Answers.Refusal("no"), "the model refused to answer" },
        { new ScriptedReply { Answer = new() { Text = "{\"o", Ending = new(EndingKind.Incomplete) { Code = "max_output_tokens" } } }, "was cut at 1024 tokens" },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public async Task An_answer_that_does_not_fit_says_nothing(ScriptedReply reply, string detail)
    {
        Simulator.Scripts.ForAnyModel.Always(reply);

        AssertNotLearned(await RunAsync(Probe(ProbeKind.Structured)), detail);
    }
}
