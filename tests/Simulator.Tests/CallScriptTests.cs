using System.Net;
using System.Text;

namespace TypedLlm.Simulator.Tests;

public sealed class CallScriptTests : SimulatorTest
{
    [Fact]
    public async Task A_call_is_scripted_by_its_number()
    {
        Simulator.Scripts.ForCall("GET /v1/models").On(2, Faults.Unavailable());

        Assert.Equal(HttpStatusCode.OK, await GetAsync("models"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await GetAsync("models"));
        Assert.Equal(HttpStatusCode.OK, await GetAsync("models"));
    }

    [Theory]
    [InlineData("GET /v1/models/{id}", HttpStatusCode.TooManyRequests, HttpStatusCode.OK, HttpStatusCode.OK)]
    [InlineData("* /v1/{**rest}", HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests)]
    [InlineData("POST /v1/responses", HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests)]
    public async Task A_pattern_holds_for_the_calls_that_it_names(string call, HttpStatusCode get, HttpStatusCode list, HttpStatusCode create)
    {
        Simulator.Scripts.ForCall(call).Always(Faults.RateLimited());

        Assert.Equal(get, await GetAsync("models/gpt-5.4"));
        Assert.Equal(list, await GetAsync("models"));
        using var created = await PostAsync(Request(Plain));
        Assert.Equal(create, created.StatusCode);
    }

    [Fact]
    public async Task A_script_of_the_call_goes_before_one_of_the_model_and_a_number_before_always()
    {
        Simulator.Scripts.ForCall("POST /v1/responses").Always(Answers.Text("call always")).On(2, Answers.Text("call second"));
        Simulator.Scripts.For(Plain).Always(Answers.Text("model always")).On(3, Answers.Text("model third"));

        Assert.Equal("call always", TextOf(await AskAsync(Request(Plain))));
        Assert.Equal("call second", TextOf(await AskAsync(Request(Plain))));
        Assert.Equal("model third", TextOf(await AskAsync(Request(Plain))));
    }

    [Fact]
    public async Task Of_several_calls_that_fit_the_first_that_was_named_counts_and_its_number_before_always()
    {
        Simulator.Scripts.ForCall("* /v1/models/{id}").Always(Faults.Unavailable());
        Simulator.Scripts.ForCall("GET /v1/models/{id}").Always(Faults.Forbidden()).On(2, Faults.RateLimited());

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await GetAsync("models/gpt-5.4"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await GetAsync("models/gpt-5.4"));
        Assert.Same(Simulator.Scripts.ForCall("GET /v1/models/{id}"), Simulator.Scripts.ForCall("get /v1/models/{id}"));
    }

    [Fact]
    public async Task Scripts_of_models_leave_other_calls_alone()
    {
        Simulator.Scripts.ForAnyModel.Always(Faults.Unavailable());

        Assert.Equal(HttpStatusCode.OK, await GetAsync("models"));
    }

    [Fact]
    public async Task A_connection_breaks_on_any_call()
    {
        Simulator.Scripts.ForCall("GET /v1/models").On(1, Faults.ResetBeforeHeaders()).On(2, Faults.ResetAfterBytes(10)).On(3, Faults.EndAfterEvents(1));

        await Assert.ThrowsAsync<HttpRequestException>(() => Http.GetStringAsync(new Uri("models", UriKind.Relative)));
        await Assert.ThrowsAsync<HttpRequestException>(() => Http.GetStringAsync(new Uri("models", UriKind.Relative)));
        var cut = await Http.GetStringAsync(new Uri("models", UriKind.Relative));
        var whole = await Http.GetStringAsync(new Uri("models", UriKind.Relative));

        Assert.Equal(whole.Length / 2, cut.Length);
        Assert.Equal([RequestEnd.BrokenByScript, RequestEnd.BrokenByScript], await EndsAsync(1, 2));
    }

    [Fact]
    public async Task A_delay_is_on_the_simulators_clock()
    {
        Simulator.Scripts.ForCall("GET /v1/models").Always(new ScriptedReply { Pace = new() { InitialDelay = TimeSpan.FromMinutes(5) } });

        var asking = GetAsync("models");
        await Clock.WaitForTimerAsync(TimeSpan.FromMinutes(5));
        Assert.False(asking.IsCompleted);
        Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(HttpStatusCode.OK, await asking);
    }

    [Fact]
    public async Task Clearing_forgets_calls_too()
    {
        Simulator.Scripts.ForCall("GET /v1/models").Always(Faults.Unavailable());

        Simulator.Scripts.Clear();

        Assert.Equal(HttpStatusCode.OK, await GetAsync("models"));
    }

    [Fact]
    public async Task What_was_held_can_be_scripted_again_after_clearing()
    {
        var (call, model) = (Simulator.Scripts.ForCall("GET /v1/models"), Simulator.Scripts.For(Plain));
        Simulator.Scripts.Clear();

        call.On(1, Faults.Unavailable());
        model.Always(Faults.Overloaded());

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await GetAsync("models"));
        using var asked = await PostAsync(Request(Plain));
        Assert.Equal(529, (int)asked.StatusCode);
    }

    [Theory]
    [InlineData("/v1/models")]
    [InlineData("GET v1/models")]
    [InlineData("GET /v1/{id")]
    [InlineData("")]
    public void What_is_no_call_is_refused(string call)
    {
        var wrong = Assert.Throws<ArgumentException>(() => Simulator.Scripts.ForCall(call));

        Assert.StartsWith($"'{call}' is no call", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_is_scripted_over_http()
    {
        using var added = await AdminAsync("""{"call":"GET /v1/models","request":1,"fault":"forbidden"}""");
        using var both = await AdminAsync("""{"call":"GET /v1/models","model":"gpt-5.4","fault":"forbidden"}""");
        using var none = await AdminAsync("""{"call":"models","fault":"forbidden"}""");

        Assert.Equal(HttpStatusCode.NoContent, added.StatusCode);
        Assert.Equal("Give either 'model' or 'call'.", (await ErrorAsync(both)).GetProperty("message").GetString());
        Assert.StartsWith("'models' is no call", (await ErrorAsync(none)).GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, await GetAsync("models"));
        Assert.Equal(HttpStatusCode.OK, await GetAsync("models"));
    }

    private Task<HttpResponseMessage> AdminAsync(string json) =>
        Http.PostAsync(new Uri(Simulator.BaseUrl, "/simulator/scripts"), new StringContent(json, Encoding.UTF8, "application/json"));

    private async Task<HttpStatusCode> GetAsync(string path)
    {
        using var response = await Http.GetAsync(new Uri(path, UriKind.Relative));
        return response.StatusCode;
    }

    private async Task<IReadOnlyList<RequestEnd>> EndsAsync(params int[] numbers)
    {
        var ends = new List<RequestEnd>();
        foreach (var number in numbers)
        {
            ends.Add((await Simulator.Log.WaitForClosedAsync(number)).End);
        }

        return ends;
    }
}
