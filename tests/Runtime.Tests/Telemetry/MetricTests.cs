using System.Diagnostics.Metrics;
using TypedLlm.Runtime.Tests.Fakes;

namespace TypedLlm.Runtime.Tests.Telemetry;

public sealed class MetricTests : IDisposable
{
    private const string Host = "metrics.test";

    private readonly List<(string Name, double Value, Dictionary<string, object?> Tags)> _measured = [];
    private readonly MeterListener _listener;

    public MetricTests()
    {
        _listener = new MeterListener
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Meter.Name == "TypedLlm")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, value, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
        _listener.Start();
    }

    [Fact]
    public async Task Each_request_is_measured()
    {
        using var runtime = new TestRuntime(
            request => request.Model == TestRuntime.Primary ? Replies.Error(404, "model_not_found") : Replies.Text(request, "hello"),
            options => options.Providers["openai"].BaseUrl = $"http://{Host}:8080/v1");
        await runtime.AskAsync();

        var durations = Measured("gen_ai.client.operation.duration");
        Assert.Equal(["ModelUnavailable", null], durations.Select(duration => duration.Tags.GetValueOrDefault("error.type")));
        Assert.All(durations, duration => Assert.Equal(8080, duration.Tags["server.port"]));
        Assert.Equal("gpt-5.6-sol", durations[1].Tags["gen_ai.response.model"]);
        Assert.Single(Measured("gen_ai.client.operation.time_to_first_chunk"));
        Assert.Equal(
            [("input", 1000d), ("output", 100d)],
            Measured("gen_ai.client.token.usage").Select(usage => ((string)usage.Tags["gen_ai.token.type"]!, usage.Value)));
    }

    [Fact]
    public async Task Answer_that_came_whole_has_no_first_chunk()
    {
        using var runtime = new TestRuntime(
            request => Replies.Text(request, "hello"), options => options.Providers["openai"].BaseUrl = $"http://{Host}/v1");
        await runtime.AskAsync(TestRuntime.Refine(TestRuntime.Method(), stream: false));

        Assert.Single(Measured("gen_ai.client.operation.duration"));
        Assert.Empty(Measured("gen_ai.client.operation.time_to_first_chunk"));
    }

    public void Dispose() => _listener.Dispose();

    private List<(string Name, double Value, Dictionary<string, object?> Tags)> Measured(string name) =>
        [.. _measured.Where(measured => measured.Name == name)];

    private void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var all = new Dictionary<string, object?>(tags.ToArray());
        if (Host.Equals(all.GetValueOrDefault("server.address")))
        {
            lock (_measured)
            {
                _measured.Add((instrument.Name, value, all));
            }
        }
    }
}
