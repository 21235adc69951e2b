using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using Microsoft.Extensions.Logging;

namespace TypedLlm.FaultTests.Secrets;

/// <summary>Writes down all that any logger, span and metric of the process says while it lives, as an operator's sinks would.</summary>
internal sealed class TelemetryRecorder : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = [];
    private readonly ActivityListener _activities;
    private readonly MeterListener _meters;

    public TelemetryRecorder()
    {
        _activities = new ActivityListener
        {
            ShouldListenTo = static _ => true,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Record,
        };
        ActivitySource.AddActivityListener(_activities);

        _meters = new MeterListener { InstrumentPublished = static (instrument, listener) => listener.EnableMeasurementEvents(instrument) };
        _meters.SetMeasurementEventCallback<int>(Record);
        _meters.SetMeasurementEventCallback<long>(Record);
        _meters.SetMeasurementEventCallback<double>(Record);
        _meters.SetMeasurementEventCallback<decimal>(Record);
        _meters.Start();
    }

    public IReadOnlyCollection<string> Lines => _lines;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        _lines.Enqueue($"scope {Describe(state)}");
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue($"log {eventId.Name} {formatter(state, exception)} {Describe(state)} {exception}");

    public void Dispose()
    {
        _activities.Dispose();
        _meters.Dispose();
    }

    private void Record(Activity activity)
    {
        _lines.Enqueue($"span {activity.Source.Name} {activity.DisplayName} {activity.StatusDescription} {Describe(activity.TagObjects)}");
        foreach (var recorded in activity.Events)
        {
            _lines.Enqueue($"span event {recorded.Name} {Describe(recorded.Tags)}");
        }

        foreach (var (key, value) in activity.Baggage)
        {
            _lines.Enqueue($"baggage {key} {value}");
        }
    }

    private void Record<T>(Instrument instrument, T measurement, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state) =>
        _lines.Enqueue($"metric {instrument.Meter.Name} {instrument.Name} {measurement} {Describe(tags.ToArray())}");

    private static string Describe(object? state) => state switch
    {
        IEnumerable<KeyValuePair<string, object?>> pairs => string.Join(' ', pairs.Select(pair => $"{pair.Key}={DescribeValue(pair.Value)}")),
        _ => DescribeValue(state),
    };

    private static string DescribeValue(object? value) => value switch
    {
        string text => text,
        System.Collections.IEnumerable items => string.Join(',', items.Cast<object?>()),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
