using Microsoft.Extensions.Logging;

namespace TypedLlm.Runtime.Tests.Fakes;

/// <summary>Keeps what is logged, as text and as event.</summary>
internal sealed class LogRecorder : ILoggerFactory, ILogger
{
    private readonly List<(LogLevel Level, int Id, string Text)> _events = [];

    public IReadOnlyList<(LogLevel Level, int Id, string Text)> Events
    {
        get
        {
            lock (_events)
            {
                return [.. _events];
            }
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (_events)
        {
            _events.Add((logLevel, eventId.Id, $"{formatter(state, exception)} {exception}"));
        }
    }

    public void Dispose()
    {
    }
}
