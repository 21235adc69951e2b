using TypedLlm.Simulator;
using TypedLlm.Tool.Probes;

namespace TypedLlm.Tool.Tests.Probes;

/// <summary>Nothing that a bad day does to an answer is taken for a refusal.</summary>
public sealed class HttpFaultTests : ProbeTest
{
    private const string LostAnswers = "reset in the body";

    private static readonly ProbeKind[] Kinds = Enum.GetValues<ProbeKind>();

    public static TheoryData<string> AllFaults => [.. Named.Keys];

    private static Dictionary<string, (ScriptedReply Reply, string Detail)> Named { get; } = new()
    {
        ["rate limit"] = (Faults.RateLimited(), "too many requests or tokens (429, rate_limit_exceeded), also after 3 repeats"),
        ["rate limit with a date"] = (Faults.RateLimitedUntil(TimeSpan.FromSeconds(3)), "also after 3 repeats"),
        ["rate limit, long"] = (Faults.RateLimited(TimeSpan.FromMinutes(5)), "too many requests or tokens (429, rate_limit_exceeded)"),
        ["request too large"] = (Faults.RequestTooLarge(), "the request is too large (429"),
        ["quota"] = (Faults.InsufficientQuota(), "the quota or budget of the account is used up (429, insufficient_quota)"),
        ["500"] = (Faults.ServerError(), "the service failed (500, server_error), also after 3 repeats"),
        ["502"] = (Faults.BadGateway(), "the service failed (502, text/html)"),
        ["503"] = (Faults.Unavailable(), "the service is overloaded (503, server_error)"),
        ["503 without body"] = (Faults.Unavailable(withBody: false), "the service is overloaded (503, no body)"),
        ["slow down"] = (Faults.SlowDown(), "the service is overloaded (503"),
        ["504"] = (Faults.GatewayTimeout(), "the service failed (504, text/html)"),
        ["529"] = (Faults.Overloaded(), "the service is overloaded (529"),
        ["401"] = (Faults.InvalidKey(), "the key was refused or could not be got (401, invalid_api_key)"),
        ["403"] = (Faults.Forbidden(), "the region is not served (403, unsupported_country_region_territory)"),
        ["410"] = (Faults.Gone(Plain), "(410, model_deprecated, param model)"),
        ["bad request"] = (Faults.BadRequest("odd_code", "?", "model"), "(400, odd_code, param model)"),
        ["context length"] = (Faults.ContextLengthExceeded(), "the prompt does not fit the context window"),
        ["policy"] = (Faults.ContentPolicyViolation(), "a content filter stopped"),
        ["web page"] = (Faults.HtmlInsteadOfAnswer(), "text/html"),
        ["redirect"] = (Faults.Redirect(new Uri("https://other.example/")), "the address answers with a redirect (302)"),
        ["too large"] = (Faults.OversizeBody(17 * 1024 * 1024), "larger than 16 MiB"),
        ["reset"] = (Faults.ResetBeforeHeaders(), "the connection broke, also after 3 repeats"),
        [LostAnswers] = (Faults.ResetAfterBytes(10), "the connection broke, also after 3 repeats"),
    };

    [Theory]
    [MemberData(nameof(AllFaults))]
    public async Task A_fault_says_nothing_about_the_model(string fault)
    {
        var (reply, detail) = Named[fault];
        Simulator.Scripts.ForCall("* /v1/{**all}").Always(reply);

        // Each in a run of its own: beside a call that fails, the others would not be tried.
        var results = new List<ProbeResult>();
        foreach (var kind in Kinds)
        {
            results.Add(await RunAsync(Probe(kind)));
        }

        Assert.All(results, static result => AssertNotLearned(result, ""));
        AssertNotLearned(results[0], detail);
        Assert.DoesNotContain(Key, Said + string.Concat(results), StringComparison.Ordinal);
        Assert.DoesNotContain("simulated-key", Said + string.Concat(results), StringComparison.Ordinal);
        if (fault == LostAnswers)
        {
            // What was made cannot even be looked up.
            Assert.Contains("could not remove a file whose id was lost: the connection broke, also after 5 repeats; remove it by hand", Said, StringComparison.Ordinal);
        }
        else
        {
            AssertNothingIsLeft();
        }
    }

    [Theory]
    [InlineData(ProbeKind.Call)]
    [InlineData(ProbeKind.Streaming)]
    [InlineData(ProbeKind.Background)]
    public async Task Silence_ends_by_our_own_timer(object kind)
    {
        Simulator.Scripts.ForAnyModel.Always(Faults.Silence());
        var probing = RunAsync(Probe((ProbeKind)kind));

        await Simulator.Log.WaitForRequestAsync(1);
        Clock.Advance(Service.ServiceClient.Patience);

        AssertNotLearned(await probing, "no answer within 60 s");
    }

    [Fact]
    public async Task A_rate_limit_holds_the_others_until_it_is_over()
    {
        Simulator.Scripts.ForAnyModel.On(1, Faults.RateLimited(TimeSpan.FromSeconds(20)));

        var results = await RunAsync([Probe(ProbeKind.Call), Probe(ProbeKind.Streaming)]);

        Assert.All(results, AssertWorks);
        Assert.Equal(TimeSpan.FromSeconds(20), Simulator.Log.Requests[1].ArrivedAt - Simulator.Log.Requests[0].ArrivedAt);
    }

    [Fact]
    public async Task A_key_that_is_refused_is_said_once_and_not_asked_again()
    {
        Options.ApiKey = "sk-other";

        var results = await RunAsync([.. Kinds.Select(kind => Probe(kind))]);

        Assert.All(results, static result => AssertNotLearned(result, "the key was refused or could not be got (401"));
        Assert.Equal(1, Said.Split("no further probe is tried").Length - 1);
        Assert.Single(Simulator.Log.Requests);
    }

    [Fact]
    public async Task A_server_that_nobody_runs_says_nothing()
    {
        var probe = Probe(ProbeKind.Call);
        var nobody = probe.Target with { Provider = probe.Target.Provider with { BaseUrl = "http://127.0.0.1:1/v1" } };

        AssertNotLearned(await RunAsync(probe with { Target = nobody }), "no connection to 127.0.0.1:1");
    }
}
