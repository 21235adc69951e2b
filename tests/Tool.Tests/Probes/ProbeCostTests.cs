using TypedLlm.Simulator;
using TypedLlm.Tool.Probes;

namespace TypedLlm.Tool.Tests.Probes;

public sealed class ProbeCostTests : ProbeTest
{
    private const string Unpriced = "ft:our-model";

    public ProbeCostTests() => Options.AdditionalModels.Add(Unpriced);

    [Fact]
    public async Task Nothing_costs_more_than_was_estimated()
    {
        ProbeRequest[] requests = [.. Enum.GetValues<ProbeKind>().Select(kind => Probe(kind, Reasoning))];

        foreach (var result in await RunAsync(requests))
        {
            Assert.True(result.Cost is null || result.Cost <= Runner().Estimate([result.Request]), $"{result.Request.Name} cost {result.Cost}");
        }
    }

    [Fact]
    public void A_batch_is_estimated_at_half_and_what_has_no_price_is_unknown()
    {
        var (call, batch) = (Runner().Estimate([Probe(ProbeKind.Call)])!.Value, Runner().Estimate([Probe(ProbeKind.Batch)])!.Value);

        Assert.InRange(batch, call / 2, call);
        Assert.Null(Runner().Estimate([Probe(ProbeKind.Call), Probe(ProbeKind.Call, Unpriced)]));
        Assert.Null(Runner().Estimate([Probe(ProbeKind.Call) with { ServiceTier = "priority" }]));
        Assert.NotNull(Runner().Estimate([Probe(ProbeKind.Call) with { ServiceTier = "flex" }]));
    }

    [Fact]
    public void Input_that_is_written_to_the_cache_is_part_of_the_bound()
    {
        var probe = Probe(ProbeKind.Call);
        var price = probe.Target.Facts!.Price! with { CacheWrite = probe.Target.Facts.Price!.Input * 10 };

        var bound = Runner().Estimate([probe with { Target = probe.Target with { Facts = probe.Target.Facts with { Price = price } } }]);

        Assert.True(bound > Runner().Estimate([probe]) * 2);
    }

    [Fact]
    public async Task A_tier_without_prices_is_left_out_and_the_advice_helps()
    {
        Settings = Settings with { MaxCost = 1 };

        AssertNotLearned(await RunAsync(Probe(ProbeKind.Call) with { ServiceTier = "priority" }), "no prices of the tier priority, so that no --max-cost can bound it");
    }

    [Fact]
    public async Task The_cheapest_are_tried_and_the_rest_says_what_it_would_cost()
    {
        Settings = Settings with { MaxCost = Runner().Estimate([Probe(ProbeKind.Call), Probe(ProbeKind.Streaming)])!.Value };

        var results = await RunAsync([Probe(ProbeKind.Pdf), Probe(ProbeKind.Streaming), Probe(ProbeKind.Call), Probe(ProbeKind.Call, Unpriced)]);

        AssertWorks(results[1]);
        AssertWorks(results[2]);
        AssertNotLearned(results[0], "left out: it may cost up to $0.00");
        AssertNotLearned(results[3], "left out: its price is not known");
        Assert.Equal(2, Simulator.Log.Requests.Count);
    }

    public static TheoryData<ScriptedReply> Lost =>
    [
        Faults.ResetBeforeHeaders(), Faults.ServerError(), Faults.BadGateway(), Faults.Unavailable(), Faults.GatewayTimeout(), new() { Http = new HttpReply(408) },
    ];

    [Theory]
    [MemberData(nameof(Lost))]
    public async Task A_request_that_may_have_been_answered_is_sent_again_only_if_the_bound_has_room(ScriptedReply lost)
    {
        Simulator.Scripts.ForAnyModel.On(1, lost);
        Settings = Settings with { MaxCost = Runner().Estimate([Probe(ProbeKind.Call)])!.Value };

        AssertNotLearned(await RunAsync(Probe(ProbeKind.Call)), "");
        Assert.Single(Simulator.Log.Requests);
    }
}
