using TypedLlm.Simulator;
using TypedLlm.Tool.Probes;

namespace TypedLlm.Tool.Tests.Probes;

public sealed class CallProbeTests : ProbeTest
{
    [Fact]
    public async Task A_minimal_call_works_and_tells_its_cost_and_the_limits()
    {
        var result = await RunAsync(Probe(ProbeKind.Call, Reasoning) with { Effort = "low", ServiceTier = "default" });

        AssertWorks(result);
        Assert.InRange(result.Cost!.Value, 0.00001m, 0.001m);
        Assert.Equal(30_000, result.Limits!.RequestsPerMinute);
        Assert.StartsWith("req_", result.RequestId, StringComparison.Ordinal);
        var sent = Assert.Single(Simulator.Log.Requests);
        Assert.Contains("\"max_output_tokens\":16,\"store\":false,\"reasoning\":{\"effort\":\"low\"},\"service_tier\":\"default\"", sent.Body, StringComparison.Ordinal);
        Assert.Contains("gpt-5.4 call: works", Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_the_limit_cut_is_a_success()
    {
        Simulator.Scripts.ForAnyModel.Always(new ScriptedReply { Answer = new() { Ending = new(EndingKind.Incomplete) { Code = "max_output_tokens" } } });

        AssertWorks(await RunAsync(Probe(ProbeKind.Call)));
    }

    [Fact]
    public async Task A_model_that_the_key_does_not_have_is_refused_and_nothing_else_of_it_is_tried()
    {
        Options.Account = new() { MissingModels = [Plain] };

        var results = await RunAsync([Probe(ProbeKind.Structured), Probe(ProbeKind.Call), Probe(ProbeKind.Background)]);

        Assert.All(results, static result => Assert.True(result.IsNoAccess));
        AssertRefused(results[1], "the model does not exist for this key (404, model_not_found, param model)");
        AssertRefused(results[0], "not tried");
        Assert.Single(Simulator.Log.Requests);
    }

    [Fact]
    public async Task A_deployment_that_is_not_there_is_named()
    {
        Simulator.Scripts.ForAnyModel.Always(new ScriptedReply
        {
            Http = new HttpReply(404) { Body = """{"error":{"code":"DeploymentNotFound","message":"The API deployment for this resource does not exist."}}""" },
        });
        var probe = Probe(ProbeKind.Call);

        var result = await RunAsync(probe with { Target = probe.Target with { WireName = "support-chat" } });

        AssertRefused(result, "the deployment 'support-chat' does not exist for this key (404, DeploymentNotFound");
        Assert.True(result.IsNoAccess);
    }

    [Theory]
    [InlineData("none", null, "gpt-6-astra", "the model does not take the effort none (400, unsupported_value, param reasoning.effort)")]
    [InlineData(null, 0.2, "gpt-5", "the model does not take this temperature (400, unsupported_value, param temperature)")]
    [InlineData("high", 0.2, "gpt-5.4", "the model does not take this temperature with the effort high")]
    public async Task Settings_that_a_model_does_not_take_are_refused(string? effort, double? temperature, string model, string detail)
    {
        var result = await RunAsync(Probe(ProbeKind.Call, model) with { Effort = effort, Temperature = temperature });

        AssertRefused(result, detail);
        Assert.False(result.IsNoAccess);
    }

    [Fact]
    public async Task A_parameter_that_was_not_asked_about_says_nothing()
    {
        Simulator.Scripts.ForAnyModel.Always(Faults.UnsupportedParameter("store"));

        AssertNotLearned(await RunAsync(Probe(ProbeKind.Call)), "(400, unsupported_parameter, param store)");
    }
}
