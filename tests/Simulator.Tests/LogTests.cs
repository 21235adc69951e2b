using System.Net.Http.Headers;

namespace TypedLlm.Simulator.Tests;

public sealed class LogTests : SimulatorTest
{
    [Fact]
    public async Task A_request_is_logged_as_it_arrived()
    {
        Clock.Advance(TimeSpan.FromSeconds(5));
        Http.DefaultRequestHeaders.Add("X-Client-Request-Id", "mine");
        await StreamAsync(Request(Plain, stream: true));

        var request = await Simulator.Log.WaitForRequestAsync(1);
        var outcome = await Simulator.Log.WaitForClosedAsync(1);

        Assert.Equal(1, request.Number);
        Assert.Equal(Clock.Start.AddSeconds(5), request.ArrivedAt);
        Assert.Equal(("POST", "/v1/responses", Plain, true), (request.Method, request.Path, request.Model, request.IsStream));
        Assert.Equal("mine", request.Headers["x-client-request-id"]);
        Assert.Equal("""{"model":"gpt-4.1-mini","input":"How are you today?","stream":true}""", request.Body);
        Assert.Equal((RequestEnd.Completed, 200), (outcome.End, outcome.Status));
        Assert.Equal(outcome.Events - 8, outcome.Deltas);
    }

    [Fact]
    public async Task A_key_is_logged_as_a_fingerprint_that_tells_keys_apart()
    {
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "sk-canary");
        await AskAsync(Request(Plain));
        await AskAsync(Request(Plain));
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "sk-other");
        await AskAsync(Request(Plain));

        var fingerprints = Simulator.Log.Requests.Select(request => request.Headers["Authorization"]).ToList();
        Assert.All(fingerprints, fingerprint => Assert.Matches("^sha256:[0-9a-f]{12}$", fingerprint));
        Assert.Equal(fingerprints[0], fingerprints[1]);
        Assert.NotEqual(fingerprints[0], fingerprints[2]);
        Assert.DoesNotContain("canary", Simulator.Log.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Errors_and_bodies_that_are_not_json_are_logged_too()
    {
        using var content = new StringContent("{\"model\":\"gpt-5.4\",\"str", System.Text.Encoding.UTF8, "application/json");
        using var refused = await Http.PostAsync(new Uri("responses", UriKind.Relative), content);
        using var missing = await Http.GetAsync(new Uri("models/none?x=1", UriKind.Relative));

        Assert.Equal(400, (await Simulator.Log.WaitForClosedAsync(1)).Status);
        Assert.Equal(404, (await Simulator.Log.WaitForClosedAsync(2)).Status);
        Assert.Equal("gpt-5.4", Simulator.Log.Requests[0].Model);
        Assert.Equal(("GET", "/v1/models/none?x=1", null), (Simulator.Log.Requests[1].Method, Simulator.Log.Requests[1].Path, Simulator.Log.Requests[1].Model));
    }

    [Fact]
    public async Task Requests_can_be_awaited_by_number_and_by_model()
    {
        var second = Simulator.Log.WaitForRequestAsync(2);
        var reasoning = Simulator.Log.WaitForRequestAsync(Reasoning, 1);
        Assert.False(second.IsCompleted);

        await AskAsync(Request(Plain));
        await AskAsync(Request(Reasoning));

        Assert.Same(await second, await reasoning);
        Assert.Equal((2, 1), ((await second).Number, (await second).ModelNumber));
        Assert.Same(await second, Assert.Single(Simulator.Log.For(Reasoning)));
    }

    [Fact]
    public async Task Concurrent_requests_are_numbered_without_gaps()
    {
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => AskAsync(Request(Plain))));

        Assert.Equal(Enumerable.Range(1, 50), Simulator.Log.Requests.Select(request => request.Number));
        Assert.Equal(50, Simulator.Log.Requests.Select(request => request.RequestId).Distinct().Count());
    }

    [Fact]
    public async Task Old_requests_are_forgotten_before_memory_runs_out()
    {
        var body = new string('x', 15 * 1024 * 1024);
        for (var i = 0; i < 6; i++)
        {
            using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
            using var refused = await Http.PostAsync(new Uri("responses", UriKind.Relative), content);
        }

        Assert.Equal([3, 4, 5, 6], Simulator.Log.Requests.Select(request => request.Number));
        Assert.Equal(6, (await Simulator.Log.WaitForRequestAsync(6)).Number);
    }

    [Fact]
    public async Task Waiting_can_be_given_up()
    {
        using var cancellation = new CancellationTokenSource();
        var waiting = Simulator.Log.WaitForClosedAsync(1, cancellation.Token);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }
}
