using System.Net;
using System.Text;

namespace TypedLlm.Simulator.Tests;

/// <summary>The simulator itself must not fail silently, and must not take along who stops it.</summary>
public sealed class SimulatorFaultTests : SimulatorTest
{
    [Fact]
    public async Task A_fault_of_the_simulator_is_told_as_one()
    {
        Simulator.Scripts.For(Plain).On(1, LazyDeltas.Failing());

        using var failed = await PostAsync(Request(Plain));
        using var next = await PostAsync(Request(Plain));

        Assert.Equal(HttpStatusCode.InternalServerError, failed.StatusCode);
        var error = await ErrorAsync(failed);
        Assert.Equal(("server_error", "simulator_failed"), (error.GetProperty("type").GetString(), error.GetProperty("code").GetString()));
        Assert.StartsWith("The simulator itself failed (NotSupportedException in ", error.GetProperty("message").GetString(), StringComparison.Ordinal);
        await Assert.ThrowsAsync<NotSupportedException>(() => Simulator.Log.WaitForClosedAsync(1));
        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
    }

    [Theory]
    [InlineData("""{"model":"gpt-4.1-mini","input":"x","tools":[{"type":"function","name":"f","description":"\ud800"}]}""")]
    [InlineData("""{"model":"gpt-4.1-mini","input":"x","text":{"format":{"type":"json_schema","name":"n","strict":false,"schema":{"type":"object","description":"\ud800"}}}}""")]
    [InlineData("""{"model":"gpt-4.1-mini","input":"x","metadata":{"\udc00":"x"}}""")]
    public async Task Texts_that_are_no_unicode_are_refused_wherever_they_stand(string body)
    {
        using var response = await Http.PostAsync(new Uri("responses", UriKind.Relative), new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("We could not parse the JSON body of your request.", (await ErrorAsync(response)).GetProperty("message").GetString());
    }

    [Fact]
    public async Task A_simulator_can_be_stopped_twice_and_where_nothing_runs_in_the_meantime()
    {
        var simulator = await SimulatorServer.StartAsync();
        var stopping = Task.Run(() =>
        {
            SynchronizationContext.SetSynchronizationContext(new StandstillContext());
            simulator.Dispose();
        });

        await stopping.WaitAsync(TimeSpan.FromSeconds(60));
        await simulator.DisposeAsync();
    }

    /// <summary>A user interface whose thread waits: what is posted to it never runs.</summary>
    private sealed class StandstillContext : SynchronizationContext
    {
        public override void Post(SendOrPostCallback d, object? state)
        {
        }
    }
}
